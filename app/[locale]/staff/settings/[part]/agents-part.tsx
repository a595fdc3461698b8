import { SettingsForm } from "@/components/settings/settings-form";
import { Table } from "@/components/ui/table";
import { listStaff } from "@/lib/departments/list-staff";
import { loadDepartments } from "@/lib/departments/load-departments";
import { formatList } from "@/lib/platform/i18n/format";
import { href } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { setSeatsAction } from "../actions";
import type { PartProps } from "./page";
import { ShiftForm } from "./shift-form";
import { ShiftList } from "./shift-list";

export async function AgentsPart({ locale, actor, asked }: PartProps) {
  const t = translator(locale);
  const [staff, departments] = await Promise.all([listStaff(actor), loadDepartments()]);
  const chosen = staff.find(({ id }) => String(id) === asked("id"));
  if (chosen) {
    const department = departments.find(({ id }) => chosen.departments.includes(id) && String(id) === asked("department"));
    if (department) return <ShiftForm locale={locale} agent={chosen} department={department} />;
    return (
      <>
        <section className="setpart" aria-labelledby="agent">
          <h2 id="agent">{chosen.displayName}</h2>
          <SettingsForm
            action={setSeatsAction}
            locale={locale}
            hidden={{ id: String(chosen.id) }}
            submit={t("common.save")}
            busy={t("common.saving")}
            fields={[
              { kind: "text", name: "capacity", inputMode: "numeric", label: t("settings.agents.capacity"), hint: t("settings.agents.capacityHint"), value: String(chosen.capacity) },
              { kind: "area", name: "skills", rows: 4, label: t("settings.agents.skills"), hint: t("settings.agents.skillsHint"), value: chosen.skills.join("\n") },
            ]}
          />
        </section>
        <ShiftList locale={locale} actor={actor} agent={chosen} departments={departments.filter(({ id }) => chosen.departments.includes(id))} />
      </>
    );
  }
  const nameOf = (id: number) => departments.find((department) => department.id === id)?.name[locale] ?? "";
  return (
    <section className="setpart" aria-labelledby="agents">
      <h2 id="agents">{t("settings.part.agents")}</h2>
      <div className="overflow-x-auto">
        <Table
          caption={t("settings.part.agents")}
          rows={staff}
          rowKey={({ id }) => id}
          columns={[
            {
              head: t("settings.agents.name"),
              cell: ({ id, displayName }) => (
                <a className="hover:underline" href={`${href(locale, "/staff/settings/agents")}?id=${id}`}>
                  {displayName}
                </a>
              ),
            },
            { head: t("settings.part.departments"), cell: (agent) => formatList(locale, agent.departments.map(nameOf)) },
            { head: t("settings.agents.skills"), className: "mut2", cell: ({ skills }) => skills.join(", ") },
            { head: t("settings.agents.seats"), number: true, told: true, cell: ({ capacity }) => capacity },
          ]}
        />
      </div>
    </section>
  );
}
