import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireSignIn } from "@/app/require-sign-in";
import { CommentPageForm } from "@/components/comments/comment-page-form";
import { Page } from "@/components/layout/page";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Markdown } from "@/components/ui/markdown";
import { getAnswer } from "@/lib/answers/get-answer";
import type { Member } from "@/lib/members/actor";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { getThread } from "@/lib/threads/get-thread";
import type { ThreadRef } from "@/lib/threads/thread-view";
import { postCommentAction } from "./actions";

type CommentProps = { params: Promise<{ locale: string; kind: string; id: string }> };
type Commented = { thread: ThreadRef; bodyHtml: string; canComment: boolean };

export async function generateMetadata({ params }: CommentProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("comments.title"), robots: { index: false } } : {};
}

/** For browsers without script; with it the form opens below the post itself. */
export default async function CommentPage({ params }: CommentProps) {
  const { locale, kind, id } = await params;
  if (!isLocale(locale) || (kind !== "threads" && kind !== "answers") || !/^[1-9]\d{0,14}$/.test(id)) notFound();
  const path = `/comment/${kind}/${id}`;
  const post = await load(await requireSignIn(locale, path), kind, Number(id));
  if (!post?.canComment) notFound();
  const t = translator(locale);
  const { thread } = post;
  const back = href(locale, `/t/${thread.id}/${thread.slug}${kind === "answers" ? `#answer-${id}` : ""}`);
  return (
    <Page locale={locale} path={path} current="questions">
      <div className="listp">
        <Breadcrumbs label={t("threads.path")} items={[{ href: back, label: thread.title }]} />
        <h1 className="mt-3 mb-5">{t("comments.title")}</h1>
        <blockquote className="prose mb-5">
          <Markdown html={post.bodyHtml} />
        </blockquote>
        <CommentPageForm
          action={postCommentAction}
          locale={locale}
          fields={{ kind, id, slug: thread.slug, clientId: randomUUID() }}
          back={back}
          texts={{ label: t("comments.field"), send: t("comments.send"), busy: t("common.sending"), cancel: t("common.cancel") }}
        />
      </div>
    </Page>
  );
}

async function load(actor: Member, kind: "threads" | "answers", id: number): Promise<Commented | null> {
  if (kind === "answers") return getAnswer(actor, id);
  const thread = await getThread(actor, { id });
  return thread && { thread, bodyHtml: thread.bodyHtml, canComment: thread.can.comment };
}
