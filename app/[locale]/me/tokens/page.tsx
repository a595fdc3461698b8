import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireSignIn } from "@/app/require-sign-in";
import { AccessTokenForm } from "@/components/members/access-token-form";
import { MePage } from "@/components/members/me-page";
import { OneButtonForm } from "@/components/members/one-button-form";
import { KeyRound } from "@/components/ui/icons";
import { Note } from "@/components/ui/note";
import { type AccessTokenView, listAccessTokens } from "@/lib/members/list-access-tokens";
import { now } from "@/lib/platform/clock";
import { formatDate } from "@/lib/platform/i18n/format";
import { isLocale, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { createAccessTokenAction, revokeAccessTokenAction } from "./actions";

type TokensProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata({ params }: TokensProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("members.tokens.title"), robots: { index: false } } : {};
}

export default async function TokensPage({ params, searchParams }: TokensProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const tokens = await listAccessTokens(await requireSignIn(locale, "/me/tokens"));
  const t = translator(locale);
  return (
    <MePage locale={locale} place="tokens" title={t("members.tokens.title")}>
      <p className="mut2">
        {t("members.tokens.lede")}{" "}
        <a className="lk" href="/api/v1/openapi.json">
          {t("members.tokens.docs")}
        </a>
      </p>
      {(await searchParams).done !== undefined && <Note live>{t("members.tokens.revoked")}</Note>}
      <section className="mepart">
        <AccessTokenForm
          action={createAccessTokenAction}
          locale={locale}
          texts={{
            name: t("members.tokens.name"),
            nameHint: t("members.tokens.nameHint"),
            days: t("members.tokens.days"),
            choices: [
              { value: "30", label: t("members.tokens.days30") },
              { value: "90", label: t("members.tokens.days90") },
              { value: "365", label: t("members.tokens.days365") },
              { value: "", label: t("members.tokens.forever") },
            ],
            create: t("members.tokens.create"),
            busy: t("common.saving"),
            created: t("members.tokens.created"),
            once: t("members.tokens.once"),
            copy: t("members.tokens.copy"),
            copied: t("members.tokens.copied"),
          }}
        />
      </section>
      <ul className="tlist">
        {tokens.map((token) => (
          <li key={token.id} className="merow">
            <KeyRound size={20} />
            <TokenFacts token={token} locale={locale} />
            <OneButtonForm
              action={revokeAccessTokenAction}
              locale={locale}
              fields={{ id: String(token.id) }}
              label={t("members.tokens.revoke")}
              describe={t("members.tokens.revokeOf", { name: token.name })}
              busy={t("common.sending")}
              look="dang"
              size="d"
            />
          </li>
        ))}
      </ul>
    </MePage>
  );
}

function TokenFacts({ token, locale }: { token: AccessTokenView; locale: Locale }) {
  const t = translator(locale);
  const { expiresAt, lastUsedAt } = token;
  const isOver = expiresAt !== null && expiresAt < now();
  return (
    <div>
      <b>{token.name}</b>
      <p className="meta">
        <code>{token.start}</code>
        <span>{lastUsedAt ? t("members.tokens.used", { time: formatDate(locale, lastUsedAt) }) : t("members.tokens.neverUsed")}</span>
        {expiresAt && <span>{isOver ? t("members.tokens.over") : t("members.tokens.until", { time: formatDate(locale, expiresAt, "date") })}</span>}
      </p>
    </div>
  );
}
