import { formDevice, setCookies } from "@/app/run-form";
import { signOut } from "@/lib/members/sign-out";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { signedOutCookies } from "@/lib/platform/auth/session-cookies";
import { href, isLocale } from "@/lib/platform/i18n/locale";

type SignOut = { params: Promise<{ locale: string }> };

/** A plain form in the header posts here; a link could not sign anybody out. */
export async function POST(_request: Request, { params }: SignOut): Promise<Response> {
  const { locale } = await params;
  await signOut(await currentActor(), await formDevice());
  await setCookies(signedOutCookies());
  return new Response(null, { status: 303, headers: { location: href(isLocale(locale) ? locale : "en", "/") } });
}
