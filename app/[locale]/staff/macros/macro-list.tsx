import { OneButtonForm } from "@/components/members/one-button-form";
import { Tag } from "@/components/ui/tag";
import type { Department } from "@/lib/departments/load-departments";
import type { MacroRow } from "@/lib/macros/list-macros";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { approveMacroAction, refuseMacroAction } from "./actions";

type MacroListProps = { locale: Locale; title: string; id: string; macros: MacroRow[]; departments: Department[] };

/** Saved replies of one kind; whoever may decide about one does so here, with its words in sight. */
export function MacroList({ locale, title, id, macros, departments }: MacroListProps) {
  const t = translator(locale);
  const nameOf = (slug: string) => departments.find((each) => each.slug === slug)?.name[locale] ?? slug;
  return (
    <section className="setpart" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {macros.length === 0 && <p className="mut2">{t("macros.none")}</p>}
      <ul className="tlist">
        {macros.map((macro) => (
          <li key={macro.id} className="mcr">
            <p>
              {macro.can.edit ? (
                <a className="font-semibold hover:underline" href={`${href(locale, "/staff/macros")}?id=${macro.id}`}>
                  {locale === "de" ? macro.nameDe : macro.nameEn}
                </a>
              ) : (
                <b>{locale === "de" ? macro.nameDe : macro.nameEn}</b>
              )}{" "}
              {macro.state !== "approved" && <Tag name={t(`macros.state.${macro.state}`)} />}
            </p>
            <p className="small mut2">
              {[macro.departments.map(nameOf).join(", ") || t("macros.forAll"), !macro.mine && macro.ownerName && t("macros.by", { name: macro.ownerName })]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {macro.state === "refused" && <p className="small">{t("macros.refusedBecause", { reason: macro.reason })}</p>}
            {macro.can.decide ? (
              <>
                <blockquote lang="de">{macro.bodyDe}</blockquote>
                <blockquote lang="en">{macro.bodyEn}</blockquote>
                <div className="mdec">
                  <OneButtonForm action={approveMacroAction} locale={locale} fields={{ id: String(macro.id) }} label={t("macros.approve")} busy={t("common.saving")} look="sec" />
                  <OneButtonForm
                    action={refuseMacroAction}
                    locale={locale}
                    fields={{ id: String(macro.id) }}
                    ask={{ name: "reason", label: t("macros.reason") }}
                    label={t("macros.refuse")}
                    busy={t("common.saving")}
                    look="ghost"
                    className="mno"
                  />
                </div>
              </>
            ) : (
              <p className="small mut2">{locale === "de" ? macro.bodyDe : macro.bodyEn}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
