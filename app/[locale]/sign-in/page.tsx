import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { isScripted } from "@/app/run-form";
import { SignFrame } from "@/components/members/sign-frame";
import { SignInForm } from "@/components/members/sign-in-form";
import { KeyRound } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { oidcSettings } from "@/lib/platform/auth/oidc-settings";
import { returnPath } from "@/lib/platform/auth/return-path";
import { href, isLocale, type Locale } from "@/lib/platform/i18n/locale";
import { isMessageKey, translator } from "@/lib/platform/i18n/translator";
import { keepPrivate } from "@/lib/platform/pages/page-tags";
import { signInAction } from "./actions";

type SignInProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ next?: string | string[]; problem?: string | string[] }>;
};

export async function generateMetadata({ params }: SignInProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("auth.documentTitle"), robots: { index: false } } : {};
}

export default async function SignInPage({ params, searchParams }: SignInProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  keepPrivate();
  const asked = await searchParams;
  const next = returnPath(asked.next, href(locale, "/"));
  if ((await currentActor()).kind === "member" && !(await isScripted())) redirect(next);
  const t = translator(locale);
  const company = oidcSettings();
  const problem = problemOf(locale, asked.problem, company?.name);
  const query = `?next=${encodeURIComponent(next)}`;
  return (
    <SignFrame locale={locale}>
      <h1>{t("auth.title")}</h1>
      {problem && (
        <Note kind="bad" live>
          {problem}
        </Note>
      )}
      {company && (
        <>
          <LinkButton look="pri" size="lg" wide icon={KeyRound} href={`/api/auth/start${query}&locale=${locale}`}>
            {t("auth.continueWith", { name: company.name })}
          </LinkButton>
          <div className="or">{t("auth.orEmail")}</div>
        </>
      )}
      <SignInForm
        action={signInAction}
        locale={locale}
        next={next}
        resetHref={href(locale, "/reset-password")}
        second={company !== null}
        texts={{
          email: t("auth.email"),
          emailPlaceholder: t("auth.emailPlaceholder"),
          password: t("auth.password"),
          signIn: t("auth.signIn"),
          sendLink: t("auth.sendLink"),
          linkHint: t("auth.linkHint", { minutes: 30 }),
          forgot: t("auth.forgot"),
          busy: t("common.sending"),
        }}
      />
      <p className="small">
        {t("auth.newHere")}{" "}
        <a className="lk" href={`${href(locale, "/sign-up")}${query}`}>
          {t("auth.signUp")}
        </a>
      </p>
    </SignFrame>
  );
}

function problemOf(locale: Locale, problem: unknown, name = ""): string | null {
  if (problem === undefined) return null;
  const key = `auth.oidc.${String(problem)}`;
  return translator(locale)(isMessageKey(key) ? key : "auth.oidc.failed", { name });
}
