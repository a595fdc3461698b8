import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireSignIn } from "@/app/require-sign-in";
import { AvatarField } from "@/components/members/avatar-field";
import { ChangePasswordForm } from "@/components/members/change-password-form";
import { MePage } from "@/components/members/me-page";
import { OneButtonForm } from "@/components/members/one-button-form";
import { ProfileForm } from "@/components/members/profile-form";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { getAccount } from "@/lib/members/get-account";
import { now } from "@/lib/platform/clock";
import { passwordLength } from "@/lib/platform/check-password";
import { formatDate } from "@/lib/platform/i18n/format";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { changePasswordAction, requestVerificationAction, updateProfileAction } from "./actions";

type SettingsProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: SettingsProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("members.settings.title"), robots: { index: false } } : {};
}

export default async function SettingsPage({ params }: SettingsProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const account = await getAccount(await requireSignIn(locale, "/me/settings"));
  if (!account) notFound();
  const t = translator(locale);
  const profile = href(locale, `/u/${account.name}`);
  const isPaused = account.suspendedUntil !== null && account.suspendedUntil > now();
  return (
    <MePage locale={locale} place="settings" title={t("members.settings.title")}>
      {isPaused && account.suspendedUntil && (
        <Note kind="mod">{t("members.settings.suspended", { until: formatDate(locale, account.suspendedUntil) })}</Note>
      )}
      <section className="mepart" aria-labelledby="profile">
        <h2 id="profile">{t("members.settings.profile")}</h2>
        <p className="mut2">
          {t("members.settings.handle")}:{" "}
          <a className="lk" href={profile}>
            {profile}
          </a>
        </p>
        <AvatarField
          id={account.id}
          name={account.displayName}
          staff={account.role !== "member" && account.role !== "expert"}
          fileId={account.avatarFileId}
          texts={{
            label: t("members.settings.avatar"),
            hint: t("members.settings.avatarHint"),
            choose: t("members.settings.avatarChoose"),
            remove: t("members.settings.avatarRemove"),
            saved: t("members.settings.avatarSaved"),
            removed: t("members.settings.avatarRemoved"),
            undo: t("common.undo"),
            busy: t("common.saving"),
            offline: t("threads.offline"),
          }}
        />
        <ProfileForm
          action={updateProfileAction}
          locale={locale}
          account={account}
          texts={{
            displayName: t("members.settings.displayName"),
            bio: t("members.settings.bio"),
            bioHint: t("members.settings.bioHint", { maximum: 500 }),
            letters: t("members.settings.locale"),
            mail: t("members.settings.mail"),
            mailHint: t("members.settings.mailHint"),
            save: t("common.save"),
            busy: t("common.saving"),
          }}
        />
      </section>
      {account.email && (
        <section className="mepart" aria-labelledby="address">
          <h2 id="address">{t("members.settings.address")}</h2>
          <p>
            {account.email}{" "}
            <span className="mut">({account.isEmailVerified ? t("members.settings.verified") : t("members.settings.unverified")})</span>
          </p>
          {!account.isEmailVerified && (
            <OneButtonForm
              action={requestVerificationAction}
              locale={locale}
              label={t("members.settings.verifyAgain")}
              busy={t("common.sending")}
              look="sec"
              className="grid gap-4 justify-items-start"
            />
          )}
        </section>
      )}
      <section className="mepart" aria-labelledby="password">
        <h2 id="password">{t("members.settings.password")}</h2>
        {!account.hasPassword && <p className="mut2">{t("members.settings.noPassword")}</p>}
        <ChangePasswordForm
          action={changePasswordAction}
          locale={locale}
          email={account.email ?? account.name}
          hasPassword={account.hasPassword}
          texts={{
            current: t("members.settings.current"),
            password: t("members.settings.newPassword"),
            hint: t("auth.signUp.passwordHint", { minimum: passwordLength.min }),
            submit: account.hasPassword ? t("members.settings.changePassword") : t("members.settings.setPassword"),
            busy: t("common.saving"),
          }}
        />
      </section>
      <section className="mepart" aria-labelledby="data">
        <h2 id="data">{t("members.data.title")}</h2>
        <p className="mut2">{t("members.data.short")}</p>
        <LinkButton look="sec" href={href(locale, "/me/data")} className="justify-self-start">
          {t("members.data.look")}
        </LinkButton>
      </section>
    </MePage>
  );
}
