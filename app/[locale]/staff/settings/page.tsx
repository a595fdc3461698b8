import { notFound, redirect } from "next/navigation";
import { isManager } from "@/lib/members/actor";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { requireStaff } from "../require-staff";

/** Managers shape the community; agents have settings of their own. */
export default async function SettingsIndexPage({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireStaff();
  redirect(href(locale, isManager(actor) ? "/staff/settings/company" : "/me/settings"));
}
