import { OneButtonForm } from "@/components/members/one-button-form";
import { SettingsForm, type SettingsField } from "@/components/settings/settings-form";
import { Note } from "@/components/ui/note";
import type { Department } from "@/lib/departments/load-departments";
import type { MacroRow } from "@/lib/macros/list-macros";
import { canApproveMacros } from "@/lib/macros/permissions";
import { isManager, type Member } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { deleteMacroAction, proposeMacroAction, saveMacroAction } from "./actions";

type MacroPageProps = { locale: Locale; actor: Member; macro: MacroRow | null; draft: string; departments: Department[] };

/** What a reply may name: the console fills it in. */
const places = ["customer", "firstName", "agent", "appliance", "error", "question"];

/** One saved reply, to be written, changed, proposed or thrown away. */
export function MacroPage({ locale, actor, macro, draft, departments }: MacroPageProps) {
  const t = translator(locale);
  return (
    <section className="setpart" aria-labelledby="macro">
      <h2 id="macro">{macro ? (locale === "de" ? macro.nameDe : macro.nameEn) : t("macros.new")}</h2>
      <p className="mut2">{t("macros.intro", { place: places.map((name) => `{{${name}}}`).join(", ") })}</p>
      {macro?.state === "refused" && <Note>{t("macros.refusedBecause", { reason: macro.reason })}</Note>}
      {macro?.state === "proposed" && <Note>{t("macros.proposedText")}</Note>}
      <SettingsForm
        action={saveMacroAction}
        locale={locale}
        hidden={macro ? { id: String(macro.id) } : {}}
        submit={t("common.save")}
        busy={t("common.saving")}
        fields={fieldsOf(locale, actor, macro, draft, departments)}
      />
      <div className="mdec">
        {macro?.can.propose && (
          <OneButtonForm
            action={proposeMacroAction}
            locale={locale}
            fields={{ id: String(macro.id) }}
            label={t("macros.propose")}
            busy={t("common.saving")}
            look="sec"
          />
        )}
        {macro?.can.delete && (
          <OneButtonForm
            action={deleteMacroAction}
            locale={locale}
            fields={{ id: String(macro.id) }}
            label={t("common.delete")}
            busy={t("common.saving")}
            look="dang"
          />
        )}
      </div>
      {macro?.can.propose && <p className="small mut2">{t("macros.proposeText")}</p>}
    </section>
  );
}

function fieldsOf(locale: Locale, actor: Member, macro: MacroRow | null, draft: string, departments: Department[]): SettingsField[] {
  const t = translator(locale);
  const manages = isManager(actor);
  const usual = (slug: string) => (macro ? macro.departments.includes(slug) : !manages);
  return [
    { kind: "text", name: "nameDe", label: t("macros.nameDe"), value: macro?.nameDe ?? "", maxLength: 80 },
    { kind: "area", name: "bodyDe", rows: 4, label: t("macros.bodyDe"), value: macro?.bodyDe ?? draft, maxLength: 4000 },
    { kind: "text", name: "nameEn", label: t("macros.nameEn"), value: macro?.nameEn ?? "", maxLength: 80 },
    { kind: "area", name: "bodyEn", rows: 4, label: t("macros.bodyEn"), value: macro?.bodyEn ?? draft, maxLength: 4000 },
    {
      kind: "checks",
      name: "departments",
      label: t(manages ? "macros.departmentsAll" : "macros.departments"),
      options: departments
        .filter(({ id }) => manages || actor.departments.includes(id))
        .map(({ slug, name }) => ({ value: slug, label: name[locale], checked: usual(slug) })),
    },
    ...(canApproveMacros(actor) && macro?.state !== "approved"
      ? [{ kind: "check" as const, name: "approved", label: t("macros.approved"), checked: !macro }]
      : []),
  ];
}
