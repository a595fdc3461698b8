import type { Metadata } from "next";
import { notFound, permanentRedirect, redirect } from "next/navigation";
import { cache } from "react";
import { Availability } from "@/components/human/availability";
import { HumanBar } from "@/components/human/human-card";
import { humanWords } from "@/components/human/human-words";
import { signInHref } from "@/components/layout/header";
import { Page } from "@/components/layout/page";
import { StructuredData } from "@/components/layout/structured-data";
import { threadHref } from "@/components/threads/question";
import { Spine } from "@/components/threads/spine";
import { ThreadProvider } from "@/components/threads/thread-context";
import { ThreadHead } from "@/components/threads/thread-head";
import { ThreadLive } from "@/components/threads/thread-live";
import { ThreadSide } from "@/components/threads/thread-side";
import { threadWords } from "@/components/threads/thread-words";
import { isStaff } from "@/lib/members/actor";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { excerpt } from "@/lib/platform/markdown/excerpt";
import { plainText } from "@/lib/platform/markdown/plain-text";
import { keepPrivate, tagPage } from "@/lib/platform/pages/page-tags";
import { site } from "@/lib/platform/site";
import { relatedTo } from "@/lib/search/related-to";
import { findMerged } from "@/lib/threads/find-merged";
import { getThread } from "@/lib/threads/get-thread";
import { postAnswerAction } from "./actions";
import { qaPage } from "./structured-data";

type ThreadProps = {
  params: Promise<{ locale: string; id: string; slug?: string[] }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

/** Asked for the title and for the page, read once. */
const threadOf = cache(async (id: string, after: string | undefined) => getThread(await currentActor(), { id, cursor: after }));

export async function generateMetadata({ params, searchParams }: ThreadProps): Promise<Metadata> {
  const { locale, id } = await params;
  const { after } = await searchParams;
  const thread = isLocale(locale) ? await threadOf(id, textOf(after)) : null;
  if (!thread || !isLocale(locale)) return {};
  const solution = thread.answers.find((answer) => answer.accepted);
  const description = excerpt(plainText(solution?.body ?? thread.body), 200);
  // A thread is in one language; around it stands the reader's. Search engines are sent to the first.
  const canonical = threadHref(thread.locale, thread);
  const noindex = thread.status !== "published" || thread.restricted || after !== undefined;
  return {
    title: thread.title,
    description,
    alternates: { canonical },
    robots: noindex ? { index: false } : undefined,
    openGraph: { type: "article", title: thread.title, description, url: canonical, siteName: site.community, locale: thread.locale },
  };
}

export default async function ThreadPage({ params, searchParams }: ThreadProps) {
  const { locale, id, slug } = await params;
  if (!isLocale(locale)) notFound();
  const after = textOf((await searchParams).after);
  const actor = await currentActor();
  const [thread, near] = await Promise.all([threadOf(id, after), relatedTo(actor, "thread", Number(id), locale, 9)]);
  if (!thread || thread.statusReason === "merged") {
    const merged = await findMerged(await currentActor(), id);
    if (merged) redirect(threadHref(locale, merged));
  }
  if (!thread) notFound();
  const path = `/t/${thread.id}/${thread.slug}`;
  const here = threadHref(locale, thread);
  if (String(thread.id) !== id || slug?.length !== 1 || decoded(slug[0]) !== thread.slug) permanentRedirect(after ? `${here}?after=${after}` : here);
  const others = [...thread.duplicates, ...thread.merged, ...(thread.duplicateOf ? [thread.duplicateOf] : [])];
  const helpedBy = thread.helped?.by;
  if (helpedBy) tagPage(helpedBy.threadId ? `thread:${helpedBy.threadId}` : `article:${helpedBy.id}`);
  tagPage(`thread:${thread.id}`, ...others.map((other) => `thread:${other.id}`), ...near.map((hit) => `${hit.kind}:${hit.id}`));
  if (thread.restricted || thread.status !== "published") keepPrivate();

  const t = translator(locale);
  const staff = isStaff(actor);
  const solution = thread.answers.find((answer) => answer.accepted);
  const human = thread.kind === "question" && !staff;
  const place = { id: thread.id, href: here, signIn: signInHref(locale, path), locale, words: threadWords(t) };
  return (
    <Page locale={locale} path={path} current={thread.kind === "announcement" ? "news" : "questions"} threadId={thread.id}>
      <ThreadProvider place={place}>
        <div className="tpage">
          <div>
            <ThreadHead locale={locale} thread={thread} solution={solution ? excerpt(plainText(solution.body), 90) : null} />
            <Spine locale={locale} thread={thread} staff={staff} signIn={place.signIn} after={after} postAnswer={postAnswerAction} />
          </div>
          <ThreadSide locale={locale} thread={thread} human={human} near={near} />
        </div>
        {human && <HumanBar locale={locale} threadId={thread.id} />}
        <ThreadLive />
      </ThreadProvider>
      {human && <Availability query={`?thread=${thread.id}`} locale={locale} words={humanWords(t)} />}
      <StructuredData data={qaPage(thread)} />
    </Page>
  );
}

function textOf(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function decoded(part: string | undefined): string {
  try {
    return decodeURIComponent(part ?? "");
  } catch {
    return "";
  }
}
