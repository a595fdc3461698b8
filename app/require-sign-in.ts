import { redirect } from "next/navigation";
import type { Member } from "@/lib/members/actor";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { keepPrivate } from "@/lib/platform/pages/page-tags";

/** The member who looks at a page of their own; everybody else is led to sign-in and back. */
export async function requireSignIn(locale: Locale, path: string): Promise<Member> {
  keepPrivate();
  const actor = await currentActor();
  if (actor.kind !== "member") redirect(`${href(locale, "/sign-in")}?next=${encodeURIComponent(href(locale, path))}`);
  return actor;
}
