"use client";

import { useEffect, useState } from "react";
import { actingMember, useOverlay } from "@/components/layout/overlay";
import { attempt } from "@/components/threads/attempt";
import { ActionButton } from "@/components/ui/action-button";
import { apiFetch } from "@/components/ui/api";
import { Avatar } from "@/components/ui/avatar";
import { Check, Hand } from "@/components/ui/icons";
import { Markdown } from "@/components/ui/markdown";
import { Skeleton } from "@/components/ui/skeleton";
import { StateBadge } from "@/components/ui/state";
import { toast } from "@/components/ui/toast";
import { formatDate } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Hit } from "@/lib/search/hit";
import { hitState } from "./hit-state";
import { PreviewCues } from "./preview-cues";
import type { SearchWords } from "./search-words";

type Author = { id: number; displayName: string; staff?: boolean };
type Line = { start: number; text: string };
type Shown = { author?: Author; part: string; html: string; answerId?: number; /** Of a video. */ cues?: Line[] };
type ThreadReply = {
  bodyHtml: string;
  author: Author;
  answers: { id: number; bodyHtml: string; author: Author; accepted: object | null; official: boolean; score: number }[];
};

const known = new Map<string, Promise<Shown>>();

/** The chosen result with its solution, so that many never have to leave. Only where there is room for it. */
export function SearchPreview({ hit, words, locale, signIn }: { hit: Hit; words: SearchWords; locale: Locale; signIn: string }) {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    let gone = false;
    setShown(null);
    if (!matchMedia("(min-width: 1201px)").matches) return;
    const timer = setTimeout(() => {
      load(hit, words).then(
        (it) => gone || setShown(it),
        () => undefined,
      );
    }, 120);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [hit, words]);
  const state = hitState(hit);
  return (
    <aside className="prev" aria-label={words.preview}>
      <div className="meta">
        <StateBadge state={state} label={words.states[state]} />
        <span>{formatDate(locale, new Date(hit.createdAt), "date")}</span>
      </div>
      <h2 className="mt-1.5" lang={hit.locale}>
        <a href={hit.url} className="plink">
          {hit.title}
        </a>
      </h2>
      <div className="prevhold">
        {shown ? (
          <>
            {shown.author && (
              <div className="from">
                <Avatar id={shown.author.id} name={shown.author.displayName} staff={shown.author.staff} size="sm" />
                <span>
                  <b>{shown.author.displayName}</b>
                  <small>{shown.part}</small>
                </span>
              </div>
            )}
            <div className="prevbody" lang={hit.locale}>
              {hit.cue && shown.cues ? <PreviewCues cues={shown.cues} cue={hit.cue} hit={hit} /> : <Markdown html={shown.html} />}
            </div>
          </>
        ) : (
          <div className="py-4">
            <Skeleton lines={6} />
          </div>
        )}
      </div>
      <PreviewActs key={hit.kind + hit.id} hit={hit} answerId={shown?.answerId} words={words} locale={locale} signIn={signIn} />
      <div className="keys" aria-hidden="true">
        <span>
          <kbd>↑</kbd>
          <kbd>↓</kbd> {words.choose}
        </span>
        <span>
          <kbd>↵</kbd> {words.openKey}
        </span>
        <span>
          <kbd>esc</kbd> {words.clearKey}
        </span>
      </div>
    </aside>
  );
}

type PreviewActsProps = { hit: Hit; answerId: number | undefined; words: SearchWords; locale: Locale; signIn: string };

function PreviewActs({ hit, answerId, words, locale, signIn }: PreviewActsProps) {
  const { me } = useOverlay();
  const [solved, setSolved] = useState(false);
  const [meToo, setMeToo] = useState(false);
  const { offline } = words;
  const solve = () => {
    setSolved(true);
    toast(words.thanks);
    const undo = () => setSolved(false);
    if (hit.kind === "article") void attempt(`/articles/${hit.id}/feedback`, { method: "POST", body: { helpful: true } }, { undo, offline });
    else if (me && answerId) void attempt(`/answers/${answerId}/vote`, { method: "PUT", body: { value: 1 } }, { undo, offline });
  };
  const join = async () => {
    if (!(await actingMember(signIn))) return;
    setMeToo(!meToo);
    void attempt(`/threads/${hit.id}/me-too`, { method: "PUT", body: { on: !meToo } }, { undo: () => setMeToo(meToo), offline });
  };
  const helps = hit.kind === "article" || answerId !== undefined;
  return (
    <div className="acts mt-4">
      {helps && (
        <ActionButton icon={Check} main pressed={solved} onClick={solve}>
          {words.solvedIt}
        </ActionButton>
      )}
      {hit.threadKind === "question" && (
        <ActionButton icon={Hand} pressed={meToo} count={(hit.meTooCount + Number(meToo)).toLocaleString(locale)} onClick={() => void join()}>
          {words.meToo}
        </ActionButton>
      )}
    </div>
  );
}

function load(hit: Hit, words: SearchWords): Promise<Shown> {
  const key = hit.cue ? `video${hit.cue.videoId}${hit.locale}` : hit.kind + hit.id;
  const found = known.get(key) ?? (hit.cue ? loadCues(hit, hit.cue.videoId) : hit.kind === "article" ? loadArticle(hit.id) : loadThread(hit.id, words));
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}

async function loadCues({ id, locale }: Hit, videoId: number): Promise<Shown> {
  const { items } = await apiFetch<{ items: { id: number; captions: { locale: Locale; cues: Line[] }[] }[] }>(`/articles/${id}/videos`);
  const said = items.find((video) => video.id === videoId)?.captions.find((one) => one.locale === locale);
  return { part: "", html: "", cues: said?.cues ?? [] };
}

async function loadArticle(id: number): Promise<Shown> {
  const { bodyHtml } = await apiFetch<{ bodyHtml: string }>(`/articles/${id}`);
  return { part: "", html: bodyHtml };
}

async function loadThread(id: number, words: SearchWords): Promise<Shown> {
  const thread = await apiFetch<ThreadReply>(`/threads/${id}`);
  const accepted = thread.answers.find((answer) => answer.accepted);
  const official = thread.answers.find((answer) => answer.official);
  const liked = [...thread.answers].sort((a, b) => b.score - a.score)[0];
  const best = accepted ?? official ?? liked;
  if (!best) return { author: thread.author, part: words.asks, html: thread.bodyHtml };
  const part = accepted ? words.acceptedBy : official ? words.officialBy : words.bestAnswer;
  return { author: best.author, part, html: best.bodyHtml, answerId: best.id };
}
