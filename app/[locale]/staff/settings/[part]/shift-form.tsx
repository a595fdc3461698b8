import { SettingsForm } from "@/components/settings/settings-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import type { StaffMember } from "@/lib/departments/list-staff";
import type { Department } from "@/lib/departments/load-departments";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { loadShifts } from "@/lib/shifts/load-shifts";
import { planShiftsAction } from "../actions";
import { exceptionFields, rowsOf, weekField } from "../hour-fields";

type ShiftFormProps = { locale: Locale; agent: StaffMember; department: Department };

/** When one person is planned to be there for one department. */
export async function ShiftForm({ locale, agent, department }: ShiftFormProps) {
  const t = translator(locale);
  const shifts = await loadShifts();
  const own = shifts.find((shift) => shift.memberId === agent.id && shift.departmentId === department.id);
  const plan = own?.plan ?? { weekly: [], exceptions: [] };
  const words = {
    week: t("settings.shifts.week"),
    weekHint: t("settings.shifts.weekHint"),
    exceptionHint: t("settings.shifts.exceptionHint"),
    open: t("settings.shifts.there"),
  };
  return (
    <section className="setpart" aria-labelledby="shifts">
      <Breadcrumbs
        label={t("settings.part.agents")}
        items={[{ href: `${href(locale, "/staff/settings/agents")}?id=${agent.id}`, label: agent.displayName }]}
      />
      <h2 id="shifts">{t("settings.shifts.of", { department: department.name[locale] })}</h2>
      <p className="mut2">{t("settings.shifts.formText", { zone: department.calendar.zone })}</p>
      <SettingsForm
        action={planShiftsAction}
        locale={locale}
        hidden={{ id: String(agent.id), department: String(department.id), rows: rowsOf(plan) }}
        submit={t("common.save")}
        busy={t("common.saving")}
        fields={[weekField(locale, plan, words), ...exceptionFields(t, plan, words)]}
      />
    </section>
  );
}
