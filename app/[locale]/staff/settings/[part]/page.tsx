import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { SettingsNav, settingsParts, type SettingsPart } from "@/components/settings/settings-nav";
import { Note } from "@/components/ui/note";
import type { Member } from "@/lib/members/actor";
import { isLocale, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { requireManager } from "../../require-staff";
import { StaffFrame } from "../../staff-frame";
import { AgentsPart } from "./agents-part";
import { CategoriesPart } from "./categories-part";
import { CompanyPart } from "./company-part";
import { DepartmentsPart } from "./departments-part";
import { HoldsPart } from "./holds-part";
import { MembersPart } from "./members-part";

type Query = Record<string, string | string[] | undefined>;
type SettingsProps = { params: Promise<{ locale: string; part: string }>; searchParams: Promise<Query> };
export type PartProps = { locale: Locale; actor: Member; asked: (name: string) => string | undefined };

const parts: Record<Exclude<SettingsPart, "macros">, (props: PartProps) => Promise<ReactNode>> = {
  company: CompanyPart,
  departments: DepartmentsPart,
  categories: CategoriesPart,
  members: MembersPart,
  agents: AgentsPart,
  holds: HoldsPart,
};

export async function generateMetadata({ params }: SettingsProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("settings.title"), robots: { index: false } } : {};
}

export default async function SettingsPage({ params, searchParams }: SettingsProps) {
  const { locale, part: named } = await params;
  const part = settingsParts.find((known) => known === named);
  if (!isLocale(locale) || !part || part === "macros") notFound();
  const actor = await requireManager();
  const query = await searchParams;
  const asked = (name: string) => {
    const value = query[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const Part = parts[part];
  const t = translator(locale);
  return (
    <StaffFrame locale={locale} path={`/staff/settings/${part}`} current="settings" actor={actor}>
      <div>
        <div className="sthead">
          <h1>{t("settings.title")}</h1>
        </div>
        <div className="setw">
          <SettingsNav locale={locale} current={part} />
          <div className="grid gap-4">
            {asked("saved") && <Note live>{t("settings.saved")}</Note>}
            <Part locale={locale} actor={actor} asked={asked} />
          </div>
        </div>
      </div>
    </StaffFrame>
  );
}
