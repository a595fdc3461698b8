import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import type { StaffMember } from "@/lib/departments/list-staff";
import type { Department } from "@/lib/departments/load-departments";
import type { Member } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { formatDate } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { type Translate, translator } from "@/lib/platform/i18n/translator";
import { listShifts } from "@/lib/shifts/list-shifts";
import type { Shift } from "@/lib/shifts/load-shifts";
import { isPlanned, nextStaffed } from "@/lib/shifts/next-staffed";

type ShiftListProps = { locale: Locale; actor: Member; agent: StaffMember; departments: Department[] };

/** Where somebody works, and when they are next planned to be there. */
export async function ShiftList({ locale, actor, agent, departments }: ShiftListProps) {
  const t = translator(locale);
  const shifts = await listShifts(actor, agent.id);
  const base = href(locale, "/staff/settings/agents");
  return (
    <section className="setpart" aria-labelledby="shifts">
      <h2 id="shifts">{t("settings.shifts")}</h2>
      <p className="mut2">{t("settings.shifts.text")}</p>
      {departments.length === 0 ? (
        <EmptyState title={t("settings.shifts.nowhere")} text={t("settings.shifts.nowhereText")} />
      ) : (
        <Table
          caption={t("settings.shifts")}
          rows={departments}
          rowKey={({ id }) => id}
          columns={[
            {
              head: t("settings.department.name"),
              cell: ({ id, name }) => (
                <a className="lk" href={`${base}?id=${agent.id}&department=${id}`}>
                  {name[locale]}
                </a>
              ),
            },
            {
              head: t("settings.shifts.next"),
              cell: (department) =>
                nextOf(locale, t, department, shifts.find(({ departmentId }) => departmentId === department.id)),
            },
          ]}
        />
      )}
    </section>
  );
}

function nextOf(locale: Locale, t: Translate, { calendar }: Department, shift: Shift | undefined): string {
  if (!shift) return t("settings.shifts.none");
  if (isPlanned(shift, calendar, now())) return t("settings.shifts.now");
  const next = nextStaffed([shift], calendar, now());
  return next ? formatDate(locale, next, "shortTime") : t("settings.shifts.never");
}
