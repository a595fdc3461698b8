import { OneButtonForm } from "@/components/members/one-button-form";
import { SettingsForm, type SettingsField } from "@/components/settings/settings-form";
import { LinkButton } from "@/components/ui/link-button";
import { type Department, loadDepartments } from "@/lib/departments/load-departments";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { listStoredMacros } from "@/lib/settings/list-stored-macros";
import type { StoredMacro } from "@/lib/settings/read-macros";
import { deleteMacroAction, saveMacroAction } from "../actions";
import type { PartProps } from "./page";

export async function MacrosPart({ locale, actor, asked }: PartProps) {
  const t = translator(locale);
  const [macros, departments] = await Promise.all([listStoredMacros(actor), loadDepartments()]);
  const chosen = macros.find(({ key }) => key === asked("key")) ?? null;
  const base = href(locale, "/staff/settings/macros");
  if (chosen || asked("new")) {
    return (
      <section className="setpart" aria-labelledby="macro">
        <h2 id="macro">{chosen ? (locale === "de" ? chosen.nameDe : chosen.nameEn) : t("settings.macros.new")}</h2>
        <p className="mut2">{t("settings.macros.text", { customer: "{{customer}}", agent: "{{agent}}", appliance: "{{appliance}}" })}</p>
        <SettingsForm
          action={saveMacroAction}
          locale={locale}
          hidden={chosen ? { key: chosen.key } : {}}
          submit={t("common.save")}
          busy={t("common.saving")}
          fields={macroFields(locale, chosen, departments)}
        />
        {chosen && (
          <OneButtonForm action={deleteMacroAction} locale={locale} fields={{ key: chosen.key }} label={t("common.delete")} busy={t("common.saving")} look="dang" />
        )}
      </section>
    );
  }
  return (
    <section className="setpart" aria-labelledby="macros">
      <h2 id="macros">{t("settings.part.macros")}</h2>
      <ul className="tlist">
        {macros.map((macro) => (
          <li key={macro.key} className="py-2.5">
            <a className="font-semibold hover:underline" href={`${base}?key=${encodeURIComponent(macro.key)}`}>
              {locale === "de" ? macro.nameDe : macro.nameEn}
            </a>
            {!macro.approved && <span className="mut2"> ({t("settings.macros.draft")})</span>}
            <p className="small mut2">{locale === "de" ? macro.bodyDe : macro.bodyEn}</p>
          </li>
        ))}
      </ul>
      <div>
        <LinkButton href={`${base}?new=1`}>{t("settings.macros.new")}</LinkButton>
      </div>
    </section>
  );
}

function macroFields(locale: Locale, macro: StoredMacro | null, departments: Department[]): SettingsField[] {
  const t = translator(locale);
  return [
    { kind: "text", name: "nameDe", label: t("settings.macros.nameDe"), value: macro?.nameDe ?? "", maxLength: 80 },
    { kind: "area", name: "bodyDe", rows: 4, label: t("settings.macros.bodyDe"), value: macro?.bodyDe ?? "", maxLength: 4000 },
    { kind: "text", name: "nameEn", label: t("settings.macros.nameEn"), value: macro?.nameEn ?? "", maxLength: 80 },
    { kind: "area", name: "bodyEn", rows: 4, label: t("settings.macros.bodyEn"), value: macro?.bodyEn ?? "", maxLength: 4000 },
    {
      kind: "checks",
      name: "departments",
      label: t("settings.macros.departments"),
      options: departments.map(({ slug, name }) => ({ value: slug, label: name[locale], checked: macro?.departments.includes(slug) ?? false })),
    },
    { kind: "check", name: "approved", label: t("settings.macros.approved"), checked: macro?.approved ?? true },
  ];
}
