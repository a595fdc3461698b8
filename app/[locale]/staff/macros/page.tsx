import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SettingsNav } from "@/components/settings/settings-nav";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { loadDepartments } from "@/lib/departments/load-departments";
import { listMacros, type MacroRow } from "@/lib/macros/list-macros";
import { isManager } from "@/lib/members/actor";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { requireStaff } from "../require-staff";
import { StaffFrame } from "../staff-frame";
import { MacroList } from "./macro-list";
import { MacroPage } from "./macro-page";

type MacrosProps = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: MacrosProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("console.macros"), robots: { index: false } } : {};
}

/** Saved replies: everybody's, one's own, and for managers what is proposed. */
export default async function MacrosPage({ params, searchParams }: MacrosProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireStaff();
  const { id, text, saved, ...query } = await searchParams;
  const t = translator(locale);
  const [macros, departments] = await Promise.all([listMacros(actor), loadDepartments()]);
  const chosen = macros.find((macro) => String(macro.id) === id && macro.can.edit) ?? null;
  const list = (name: string, title: string, only: (macro: MacroRow) => boolean) => (
    <MacroList locale={locale} id={name} title={title} macros={macros.filter(only)} departments={departments} />
  );
  const proposed = macros.filter(({ can }) => can.decide);
  return (
    <StaffFrame locale={locale} path="/staff/macros" current={isManager(actor) ? "settings" : "inbox"} actor={actor}>
      <div>
        <div className="sthead">
          <h1>{t("console.macros")}</h1>
          <span className="grow" />
          {(chosen ?? query.new) ? (
            <LinkButton href={href(locale, "/staff/macros")}>{t("macros.all")}</LinkButton>
          ) : (
            <LinkButton href={`${href(locale, "/staff/macros")}?new=1`}>{t("macros.new")}</LinkButton>
          )}
        </div>
        <div className={isManager(actor) ? "setw" : "max-w-[760px]"}>
          {isManager(actor) && <SettingsNav locale={locale} current="macros" />}
          <div className="grid gap-4">
            {saved && <Note live>{t("settings.saved")}</Note>}
            {(chosen ?? query.new) ? (
              <MacroPage locale={locale} actor={actor} macro={chosen} draft={typeof text === "string" ? text : ""} departments={departments} />
            ) : (
              <>
                {proposed.length > 0 && list("waiting", t("macros.waiting"), ({ can }) => can.decide)}
                {list("mine", t("macros.mine"), ({ mine, state, can }) => mine && state !== "approved" && !can.decide)}
                {list("shared", t("macros.shared"), ({ state }) => state === "approved")}
              </>
            )}
          </div>
        </div>
      </div>
    </StaffFrame>
  );
}
