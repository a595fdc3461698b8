import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireSignIn } from "@/app/require-sign-in";
import { deviceName } from "@/components/members/device-name";
import { MePage } from "@/components/members/me-page";
import { OneButtonForm } from "@/components/members/one-button-form";
import { MonitorSmartphone } from "@/components/ui/icons";
import { Note } from "@/components/ui/note";
import { listSessions } from "@/lib/members/list-sessions";
import { currentSessionHash } from "@/lib/platform/auth/current-actor";
import { formatDate } from "@/lib/platform/i18n/format";
import { isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { endOtherSessionsAction, endSessionAction } from "./actions";

type SessionsProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata({ params }: SessionsProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("members.sessions.title"), robots: { index: false } } : {};
}

export default async function SessionsPage({ params, searchParams }: SessionsProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const member = await requireSignIn(locale, "/me/sessions");
  const sessions = await listSessions(member, { current: await currentSessionHash() });
  const t = translator(locale);
  const nameOf = (userAgent: string) => {
    const device = deviceName(userAgent);
    return device ? t("members.sessions.device", device) : t("members.sessions.unknown");
  };
  return (
    <MePage locale={locale} place="sessions" title={t("members.sessions.title")}>
      <p className="mut2">{t("members.sessions.lede")}</p>
      {(await searchParams).done !== undefined && <Note live>{t("members.sessions.ended")}</Note>}
      <ul className="tlist">
        {sessions.map((session) => (
          <li key={session.id} className="merow">
            <MonitorSmartphone size={20} />
            <div>
              <b>{nameOf(session.userAgent)}</b>
              <p className="meta">
                {session.isThis && <span>{t("members.sessions.this")}</span>}
                <span>{t("members.sessions.since", { time: formatDate(locale, session.createdAt) })}</span>
                <span>{t("members.sessions.seen", { time: formatDate(locale, session.lastSeenAt) })}</span>
              </p>
            </div>
            {!session.isThis && (
              <OneButtonForm
                action={endSessionAction}
                locale={locale}
                fields={{ session: session.id }}
                label={t("members.sessions.end")}
                describe={t("members.sessions.endOf", { device: nameOf(session.userAgent) })}
                busy={t("common.sending")}
                look="sec"
                size="d"
              />
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <OneButtonForm
          action={endOtherSessionsAction}
          locale={locale}
          label={t("members.sessions.endOthers")}
          busy={t("common.sending")}
          look="dang"
        />
      )}
    </MePage>
  );
}
