import type { ReactNode } from "react";
import { StaffPresence } from "@/components/presence/staff-presence";
import { loadDepartments } from "@/lib/departments/load-departments";
import { isManager, isStaff } from "@/lib/members/actor";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { now } from "@/lib/platform/clock";
import { isLocale } from "@/lib/platform/i18n/locale";
import { getPresence } from "@/lib/presence/get-presence";

type StaffLayoutProps = { children: ReactNode; params: Promise<{ locale: string }> };

/** Wherever an agent is in the staff area, they are there for customers. */
export default async function StaffLayout({ children, params }: StaffLayoutProps) {
  const { locale } = await params;
  const actor = await currentActor();
  if (!isLocale(locale) || actor.kind !== "member" || !isStaff(actor)) return children;
  const { state } = await getPresence(actor);
  const seen = isManager(actor) ? (await loadDepartments()).map(({ id }) => id) : [];
  return (
    <>
      {children}
      <StaffPresence
        locale={locale}
        departments={[...new Set([...actor.departments, ...seen])]}
        initial={state}
        now={now().toISOString()}
      />
    </>
  );
}
