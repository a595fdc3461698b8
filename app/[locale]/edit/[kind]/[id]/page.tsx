import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireSignIn } from "@/app/require-sign-in";
import { Page } from "@/components/layout/page";
import { EditForm } from "@/components/threads/edit-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { composerLabels } from "@/components/ui/composer-labels";
import { getAnswer } from "@/lib/answers/get-answer";
import { getComment } from "@/lib/comments/get-comment";
import type { Member } from "@/lib/members/actor";
import { href, isLocale, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { getThread } from "@/lib/threads/get-thread";
import type { ThreadRef } from "@/lib/threads/thread-view";
import { editAction } from "./actions";

type EditProps = { params: Promise<{ locale: string; kind: string; id: string }> };
type About = { title: string; tags: string; tried: string; facts: { label: string; value: string }[] };
type Editable = { id: number; body: string; version: number; thread: ThreadRef; canEdit: boolean; about?: About };

const titles = { threads: "threads.editTitle", answers: "threads.editAnswerTitle", comments: "threads.editCommentTitle" } as const;

export async function generateMetadata({ params }: EditProps): Promise<Metadata> {
  const { locale, kind } = await params;
  return isLocale(locale) && isKind(kind) ? { title: translator(locale)(titles[kind]), robots: { index: false } } : {};
}

export default async function EditPage({ params }: EditProps) {
  const { locale, kind, id } = await params;
  if (!isLocale(locale) || !isKind(kind) || !/^[1-9]\d{0,14}$/.test(id)) notFound();
  const path = `/edit/${kind}/${id}`;
  const post = await load(await requireSignIn(locale, path), kind, Number(id));
  if (!post?.canEdit) notFound();
  const t = translator(locale);
  const back = backTo(locale, kind, post);
  return (
    <Page locale={locale} path={path} current="questions">
      <div className="listp">
        <Breadcrumbs label={t("threads.path")} items={[{ href: back, label: post.thread.title }]} />
        <h1 className="mt-3 mb-5">{t(titles[kind])}</h1>
        <EditForm
          action={editAction}
          locale={locale}
          kind={kind}
          id={post.id}
          version={post.version}
          thread={post.thread}
          about={post.about}
          body={post.body}
          back={back}
          labels={composerLabels(t)}
          texts={{
            title: t("ask.what"),
            body: kind === "threads" ? t("ask.more") : t("composer.body"),
            tags: t("ask.tags"),
            tagsHint: t("ask.tagsHint"),
            tried: t("ask.tried"),
            triedHint: t("threads.editTriedHint"),
            optional: t("common.optional"),
            save: t("common.save"),
            saving: t("common.saving"),
            cancel: t("common.cancel"),
            conflict: t("threads.editConflict"),
            theirs: t("threads.editTheirs"),
            keepMine: t("threads.editKeepMine"),
          }}
        />
      </div>
    </Page>
  );
}

function isKind(kind: string): kind is keyof typeof titles {
  return Object.hasOwn(titles, kind);
}

async function load(actor: Member, kind: keyof typeof titles, id: number): Promise<Editable | null> {
  if (kind === "answers") return getAnswer(actor, id);
  if (kind === "comments") {
    const comment = await getComment(actor, id);
    return comment && { ...comment, version: 0 };
  }
  const thread = await getThread(actor, { id });
  if (!thread) return null;
  const { slug, title, body, version, facts, tried, tags } = thread;
  const about = { title, facts, tried: tried.join("\n"), tags: tags.map((tag) => tag.name).join(", ") };
  return { id, body, version, thread: { id, slug, title }, canEdit: thread.can.edit, about };
}

function backTo(locale: Locale, kind: string, { id, thread }: Editable): string {
  const anchor = kind === "threads" ? "" : `#${kind === "answers" ? "answer" : "comment"}-${id}`;
  return href(locale, `/t/${thread.id}/${thread.slug}${anchor}`);
}
