import { currentActor } from "@/lib/platform/auth/current-actor";
import { returnPath } from "@/lib/platform/auth/return-path";
import { Refusal } from "@/lib/platform/errors";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { openNotification } from "@/lib/notifications/open-notification";

type Opened = { params: Promise<{ locale: string; id: string }> };

/** Reading is all that changes here, so a plain link may do it. */
export async function GET(_request: Request, { params }: Opened): Promise<Response> {
  const { locale: asked, id } = await params;
  const locale = isLocale(asked) ? asked : "en";
  const back = href(locale, "/me/notifications");
  const location = await openNotification(await currentActor(), { id }).then(
    ({ path }) => returnPath(href(locale, path), back),
    (error: unknown) => {
      if (error instanceof Refusal) return back;
      throw error;
    },
  );
  return new Response(null, { status: 303, headers: { location } });
}
