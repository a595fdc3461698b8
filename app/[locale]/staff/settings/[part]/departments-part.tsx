import { SettingsForm, type SettingsField } from "@/components/settings/settings-form";
import { LinkButton } from "@/components/ui/link-button";
import { Table } from "@/components/ui/table";
import { loadCategories } from "@/lib/categories/load-categories";
import { listDepartments } from "@/lib/departments/list-departments";
import { listStaff } from "@/lib/departments/list-staff";
import type { Department } from "@/lib/departments/load-departments";
import { canCreateDepartment } from "@/lib/departments/permissions";
import type { Service } from "@/lib/departments/service";
import type { Calendar } from "@/lib/hours/input";
import { germanLaender } from "@/lib/hours/input";
import { nextHolidays } from "@/lib/hours/public-holidays";
import { now } from "@/lib/platform/clock";
import { formatDate, formatList } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { type Translate, translator } from "@/lib/platform/i18n/translator";
import { createDepartmentAction, saveDepartmentAction, staffDepartmentAction } from "../actions";
import { exceptionFields, rowsOf, weekField } from "../hour-fields";
import { minutesField, policyFields, policyRowsOf, targets } from "../policy-form";
import type { PartProps } from "./page";

const newCalendar: Calendar = { zone: "Europe/Berlin", weekly: [0, 1, 2, 3, 4].map((day) => ({ day, from: "09:00", to: "17:00" })), exceptions: [] };

export async function DepartmentsPart({ locale, actor, asked }: PartProps) {
  const t = translator(locale);
  const [departments, staff, categories] = await Promise.all([listDepartments(actor), listStaff(actor), loadCategories(actor)]);
  const chosen = departments.find(({ id }) => String(id) === asked("id"));
  const base = href(locale, "/staff/settings/departments");
  if (!chosen && asked("new") && canCreateDepartment(actor)) {
    return (
      <section className="setpart" aria-labelledby="department">
        <h2 id="department">{t("settings.department.new")}</h2>
        <SettingsForm
          action={createDepartmentAction}
          locale={locale}
          submit={t("settings.department.create")}
          busy={t("common.saving")}
          fields={[{ kind: "text", name: "slug", label: t("settings.slug"), hint: t("settings.slugHint"), value: "", maxLength: 60 }, ...nameFields(t, "", ""), ...hourFields(t, locale, newCalendar)]}
        />
      </section>
    );
  }
  if (chosen) {
    return (
      <>
        <section className="setpart" aria-labelledby="department">
          <h2 id="department">{chosen.name[locale]}</h2>
          <p className="mut2">{t("settings.hours.text")}</p>
          <SettingsForm
            key={`d${chosen.id}`}
            action={saveDepartmentAction}
            locale={locale}
            hidden={{ id: String(chosen.id), rows: rowsOf(chosen.calendar), policyRows: policyRowsOf(chosen.service) }}
            submit={t("common.save")}
            busy={t("common.saving")}
            undo={{ key: `department.${chosen.id}`, saved: t("settings.saved") }}
            fields={[
              ...nameFields(t, chosen.name.en, chosen.name.de),
              serviceFields(t, chosen.service),
              ...policyFields(t, locale, chosen.service, categories),
              helperField(t, locale, chosen, departments),
              ...hourFields(t, locale, chosen.calendar),
            ]}
          />
        </section>
        <section className="setpart" aria-labelledby="staff">
          <h2 id="staff">{t("settings.department.staff")}</h2>
          <SettingsForm
            key={`s${chosen.id}`}
            second
            action={staffDepartmentAction}
            locale={locale}
            hidden={{ id: String(chosen.id) }}
            submit={t("common.save")}
            busy={t("common.saving")}
            undo={{ key: `staff.${chosen.id}`, saved: t("settings.saved") }}
            fields={[
              {
                kind: "checks",
                name: "memberIds",
                label: t("settings.department.who"),
                options: staff.map(({ id, displayName }) => ({ value: String(id), label: displayName, checked: chosen.memberIds.includes(id) })),
              },
            ]}
          />
        </section>
      </>
    );
  }
  return (
    <section className="setpart" aria-labelledby="departments">
      <h2 id="departments">{t("settings.part.departments")}</h2>
      <div className="overflow-x-auto">
        <Table
          caption={t("settings.part.departments")}
          rows={departments}
          rowKey={({ id }) => id}
          columns={[
            {
              head: t("settings.department.name"),
              cell: ({ id, name }) => (
                <a className="hover:underline" href={`${base}?id=${id}`}>
                  {name[locale]}
                </a>
              ),
            },
            {
              head: t("settings.department.now"),
              cell: ({ open, nextOpenAt }) =>
                open
                  ? t("settings.department.open")
                  : nextOpenAt
                    ? t("settings.department.opens", { at: formatDate(locale, nextOpenAt, "shortTime") })
                    : t("settings.department.closed"),
            },
            { head: t("settings.department.staff"), number: true, told: true, cell: ({ memberIds }) => memberIds.length },
          ]}
        />
      </div>
      {canCreateDepartment(actor) && (
        <div>
          <LinkButton href={`${base}?new=1`}>{t("settings.department.new")}</LinkButton>
        </div>
      )}
    </section>
  );
}

function nameFields(t: Translate, en: string, de: string): SettingsField[] {
  return [
    {
      kind: "group",
      name: "names",
      label: t("settings.department.name"),
      fields: [
        { kind: "text", name: "nameDe", label: "Deutsch", value: de, maxLength: 80 },
        { kind: "text", name: "nameEn", label: "English", value: en, maxLength: 80 },
      ],
    },
  ];
}

function serviceFields(t: Translate, service: Service): SettingsField {
  const numbers = ["callLines", "wrapUpSeconds"] as const;
  return {
    kind: "group",
    name: "service",
    label: t("settings.service"),
    hint: t("settings.service.hint"),
    fields: [
      ...(["aimedReplyMinutes", ...targets] as const).map((target) => minutesField(t, target, service[target])),
      ...numbers.map((name): SettingsField => ({ kind: "text", inputMode: "numeric", name, label: t(`settings.service.${name}`), value: String(service[name]), maxLength: 3 })),
    ],
  };
}

function helperField(t: Translate, locale: Locale, { id, service }: Department, departments: Department[]): SettingsField {
  return {
    kind: "select",
    name: "helpedBy",
    label: t("settings.service.helpedBy"),
    hint: t("settings.service.helpedByHint"),
    value: String(service.helpedBy ?? ""),
    empty: t("settings.service.nobody"),
    options: departments.filter((other) => other.id !== id).map((other) => ({ value: String(other.id), label: other.name[locale] })),
  };
}

function hourFields(t: Translate, locale: Locale, calendar: Calendar): SettingsField[] {
  const words = {
    week: t("settings.hours.week"),
    weekHint: t("settings.hours.weekHint"),
    exceptionHint: t("settings.hours.exceptionHint"),
    open: t("settings.hours.open"),
  };
  return [
    weekField(locale, calendar, words),
    { kind: "text", name: "zone", label: t("settings.hours.zone"), value: calendar.zone, maxLength: 64 },
    {
      kind: "select",
      name: "land",
      label: t("settings.hours.holidays"),
      hint: holidaysHint(t, locale, calendar),
      value: calendar.holidays?.land ?? "",
      empty: t("settings.hours.noHolidays"),
      options: germanLaender.map((land) => ({ value: land, label: t(`settings.land.${land}`) })),
    },
    ...exceptionFields(t, calendar, words),
  ];
}

/** With the next of them, so that one sees what a Land means. */
function holidaysHint(t: Translate, locale: Locale, { holidays }: Calendar): string {
  if (!holidays) return t("settings.hours.holidaysHint");
  const days = nextHolidays(holidays.land, now().toISOString().slice(0, 10), 3);
  return t("settings.hours.holidaysNext", { days: formatList(locale, days.map((day) => formatDate(locale, new Date(`${day}T12:00:00Z`), "date"))) });
}
