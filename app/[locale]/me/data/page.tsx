import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireSignIn } from "@/app/require-sign-in";
import { ExportWatch } from "@/components/members/export-watch";
import { MePage } from "@/components/members/me-page";
import { OneButtonForm } from "@/components/members/one-button-form";
import { Download } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { getExport } from "@/lib/exports/get-export";
import { getAccount } from "@/lib/members/get-account";
import { canDeleteAccount } from "@/lib/members/permissions";
import { formatBytes, formatDate } from "@/lib/platform/i18n/format";
import { isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { getKeepMonths } from "@/lib/settings/get-keep-months";
import { askForExportAction, deleteAccountAction } from "./actions";

type DataProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: DataProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("members.data.title"), robots: { index: false } } : {};
}

export default async function DataPage({ params }: DataProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const member = await requireSignIn(locale, "/me/data");
  const [made, months, account] = await Promise.all([getExport(member), getKeepMonths(), getAccount(member)]);
  const t = translator(locale);
  const at = (date: Date) => formatDate(locale, date);
  return (
    <MePage locale={locale} place="settings" path="/me/data" title={t("members.data.title")}>
      <p className="mut2">{t("members.data.lede")}</p>
      {made.state === "making" && (
        <Note live>
          {t("members.data.making", { time: at(made.askedAt) })}
          <ExportWatch />
        </Note>
      )}
      {made.state === "ready" && (
        <>
          <p>{t("members.data.ready", { time: at(made.readyAt), until: at(made.endsAt) })}</p>
          <LinkButton look="pri" href={made.url} icon={Download} className="justify-self-start" download>
            {t("members.data.download", { size: formatBytes(locale, made.size) })}
          </LinkButton>
        </>
      )}
      {made.state !== "making" && (
        <OneButtonForm
          action={askForExportAction}
          locale={locale}
          label={t(made.state === "ready" ? "members.data.askAgain" : "members.data.ask")}
          busy={t("common.sending")}
          look={made.state === "ready" ? "sec" : "pri"}
        />
      )}
      <section className="mepart" aria-labelledby="kept">
        <h2 id="kept">{t("members.data.kept")}</h2>
        <ul className="list-disc ps-5">
          <li>{t("members.data.keptConversations", { months })}</li>
          <li>{t("members.data.keptReads")}</li>
          <li>{t("members.data.keptSearches")}</li>
          <li>{t("members.data.keptAddress")}</li>
        </ul>
      </section>
      <section className="mepart" aria-labelledby="delete">
        <h2 id="delete">{t("members.delete.title")}</h2>
        {canDeleteAccount(member) ? (
          <OneButtonForm
            action={deleteAccountAction}
            locale={locale}
            ask={{
              name: "current",
              label: t(account?.hasPassword ? "members.delete.password" : "members.delete.name", { name: member.name }),
              ...(account?.hasPassword && { type: "password", autoComplete: "current-password" }),
            }}
            label={t("members.delete.submit")}
            busy={t("common.sending")}
            look="dang"
            className="grid gap-4 justify-items-start"
          >
            <p>{t("members.delete.text")}</p>
          </OneButtonForm>
        ) : (
          <p className="mut2">{t("members.delete.staff")}</p>
        )}
      </section>
    </MePage>
  );
}
