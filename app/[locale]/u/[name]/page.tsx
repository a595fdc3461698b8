import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Page } from "@/components/layout/page";
import { AnswerList } from "@/components/members/answer-list";
import { ProfileHead } from "@/components/members/profile-head";
import { ThreadList } from "@/components/members/thread-list";
import { EmptyState } from "@/components/ui/empty-state";
import { User } from "@/components/ui/icons";
import { listAnswersOf } from "@/lib/answers/list-answers-of";
import { visitor } from "@/lib/members/actor";
import { getProfile } from "@/lib/members/get-profile";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { tagPage } from "@/lib/platform/pages/page-tags";
import { listThreads } from "@/lib/threads/list-threads";

type ProfileProps = { params: Promise<{ locale: string; name: string }> };

/** Asked for the title and for the page, read once. */
const profileOf = cache((name: string) => getProfile(visitor, name));

export async function generateMetadata({ params }: ProfileProps): Promise<Metadata> {
  const { locale, name } = await params;
  const profile = isLocale(locale) ? await profileOf(name) : null;
  if (!profile || !isLocale(locale)) return {};
  const path = `/u/${profile.name}`;
  return {
    title: profile.displayName,
    description: profile.bio || undefined,
    alternates: { canonical: href(locale, path), languages: { en: path, de: href("de", path) } },
    // Somebody who wrote nothing is no result of a search.
    robots: profile.answerCount === 0 && !profile.bio ? { index: false } : undefined,
  };
}

export default async function ProfilePage({ params }: ProfileProps) {
  const { locale, name } = await params;
  if (!isLocale(locale)) notFound();
  const profile = await profileOf(name);
  if (!profile) notFound();
  const actor = await currentActor();
  const [threads, answers] = await Promise.all([
    listThreads(actor, { author: profile.name, limit: 8 }),
    listAnswersOf(actor, profile.id, 8),
  ]);
  tagPage(`member:${profile.id}`, ...threads.items.map(({ id }) => `thread:${id}`), ...answers.map(({ thread }) => `thread:${thread.id}`));
  const t = translator(locale);
  const isEmpty = threads.items.length === 0 && answers.length === 0;
  return (
    <Page locale={locale} path={`/u/${profile.name}`}>
      <ProfileHead locale={locale} profile={profile} />
      <div className="profgrid">
        {isEmpty && (
          <EmptyState icon={User} title={t("profile.nothing")} text={t("profile.nothingText", { name: profile.displayName })} />
        )}
        {answers.length > 0 && (
          <section aria-labelledby="answers">
            <h2 id="answers">{t("profile.latestAnswers")}</h2>
            <AnswerList locale={locale} answers={answers} />
          </section>
        )}
        {threads.items.length > 0 && (
          <section aria-labelledby="threads">
            <h2 id="threads">{t("profile.latestThreads")}</h2>
            <ThreadList locale={locale} threads={threads.items} />
          </section>
        )}
      </div>
    </Page>
  );
}
