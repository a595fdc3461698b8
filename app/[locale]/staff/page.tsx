import { notFound, redirect } from "next/navigation";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { requireStaff } from "./require-staff";

export default async function StaffPage({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await requireStaff();
  redirect(href(locale, "/staff/inbox"));
}
