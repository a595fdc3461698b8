import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { StaffHead } from "@/components/layout/staff-head";
import { Segment } from "@/components/ui/segment";
import { Tabs } from "@/components/ui/tabs";
import type { Member } from "@/lib/members/actor";
import { href, isLocale, type Locale, locales } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { requireManager } from "../../../require-staff";
import { StaffFrame } from "../../../staff-frame";
import { GapsPart } from "./gaps-part";
import { PinsPart } from "./pins-part";
import { QualityPart } from "./quality-part";
import { QueriesPart } from "./queries-part";
import { SuggestionsPart } from "./suggestions-part";
import { WeightsPart } from "./weights-part";
import { WordsPart } from "./words-part";

type Query = Record<string, string | string[] | undefined>;
type SearchToolsProps = { params: Promise<{ locale: string; part?: string[] }>; searchParams: Promise<Query> };

export type ToolProps = {
  /** The manager's own language. */
  locale: Locale;
  /** The language whose search is looked at. */
  lang: Locale;
  actor: Member;
  /** Where this part stands, in that language. */
  here: string;
  asked: (name: string) => string | undefined;
  askedAll: (name: string) => string[];
};

const parts: Record<string, (props: ToolProps) => Promise<ReactNode>> = {
  queries: QueriesPart,
  gaps: GapsPart,
  words: WordsPart,
  pins: PinsPart,
  weights: WeightsPart,
  quality: QualityPart,
  suggestions: SuggestionsPart,
};
const names = ["queries", "gaps", "words", "pins", "weights", "quality", "suggestions"] as const;

export async function generateMetadata({ params }: SearchToolsProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("searchTools.title"), robots: { index: false } } : {};
}

/** What managers see of the search, and what they teach it. */
export default async function SearchToolsPage({ params, searchParams }: SearchToolsProps) {
  const { locale, part: path = [] } = await params;
  const name = names.find((each) => each === (path[0] ?? "queries"));
  if (!isLocale(locale) || !name || path.length > 1) notFound();
  const actor = await requireManager();
  const query = await searchParams;
  const askedAll = (field: string) => [query[field] ?? []].flat().filter((value) => value !== "");
  const asked = (field: string) => askedAll(field)[0];
  const lang = locales.find((each) => each === asked("in")) ?? locale;
  const t = translator(locale);
  const address = (part: string, language: Locale) => `${href(locale, `/staff/insights/search/${part}`)}?in=${language}`;
  const Part = parts[name];
  if (!Part) notFound();
  return (
    <StaffFrame locale={locale} path={`/staff/insights/search/${name}`} current="insights" actor={actor} mainClass="ins">
      <div className="insw">
        <StaffHead title={t("searchTools.title")} above={{ href: href(locale, "/staff/insights"), label: t("insights.title") }}>
          <Segment
            label={t("searchTools.language")}
            items={locales.map((each) => ({ label: t(`searchTools.in.${each}`), href: address(name, each), current: each === lang }))}
          />
        </StaffHead>
        <Tabs label={t("searchTools.parts")} items={names.map((each) => ({ label: t(`searchTools.part.${each}`), href: address(each, lang), current: each === name }))} />
        <div className="stools">
          <Part locale={locale} lang={lang} actor={actor} here={address(name, lang)} asked={asked} askedAll={askedAll} />
        </div>
      </div>
    </StaffFrame>
  );
}
