import { SettingsForm } from "@/components/settings/settings-form";
import { getCompany } from "@/lib/settings/get-company";
import { keepMonths } from "@/lib/settings/get-keep-months";
import { translator } from "@/lib/platform/i18n/translator";
import { saveCompanyAction } from "../actions";
import type { PartProps } from "./page";

export async function CompanyPart({ locale, actor }: PartProps) {
  const t = translator(locale);
  const company = await getCompany(actor);
  return (
    <section className="setpart" aria-labelledby="company">
      <h2 id="company">{t("settings.part.company")}</h2>
      <SettingsForm
        action={saveCompanyAction}
        locale={locale}
        submit={t("common.save")}
        busy={t("common.saving")}
        fields={[
          { kind: "text", name: "name", label: t("settings.company.name"), hint: t("settings.company.nameHint"), value: company.name, maxLength: 60 },
          { kind: "text", name: "legalName", label: t("settings.company.legalName"), value: company.legalName, maxLength: 120 },
          {
            kind: "text",
            name: "keepMonths",
            label: t("settings.company.keepMonths"),
            hint: t("settings.company.keepMonthsHint", { least: keepMonths.least, most: keepMonths.most }),
            inputMode: "numeric",
            value: String(company.keepMonths),
            maxLength: 2,
          },
          {
            kind: "area",
            name: "searchesDe",
            label: t("settings.company.searchesDe"),
            hint: t("settings.company.searchesHint", { maximum: 8 }),
            rows: 5,
            value: company.popularSearches.de.join("\n"),
          },
          { kind: "area", name: "searchesEn", label: t("settings.company.searchesEn"), rows: 5, value: company.popularSearches.en.join("\n") },
        ]}
      />
    </section>
  );
}
