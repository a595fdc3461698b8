import { sql } from "drizzle-orm";
import { db, kept } from "@/db/client";
import { bestFirst } from "@/lib/answers/best-first";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { bestPassage, highlight, type Sought } from "@/lib/platform/search/highlight";
import type { Understood } from "@/lib/platform/search/understand-query";
import { buildDocuments } from "./build-documents";
import { cueOf, type Said } from "./cue-of";
import type { FoundCandidate } from "./find-ranked";
import type { Hit, HitKind, ThreadKind } from "./hit";

type Texts = {
  locale: Locale;
  title: string;
  body: string;
  answer: string;
  replies: string;
  url: string;
  authorName: string;
};
type Row = Texts & {
  kind: HitKind | "video";
  id: string;
  state: string;
  tags: string[];
  category_slug: string;
  category_name: string;
  answer_count: number | null;
  me_too_count: number | null;
  score: number;
  thread_kind: ThreadKind | null;
  products: string[];
  answerer: string | null;
  by_staff: boolean | null;
  accepted: boolean | null;
  by_company: boolean | null;
  /** Of the first one only. */
  first_answer: string | null;
  official: boolean;
  duration_minutes: number | null;
  scope: string | null;
  /** Of a passage of a video. */
  said: Said | null;
  verified_at: string | null;
  created_at: string;
  updated_at: string;
};

/**
 * Everything a list shows of these. What changed since it was indexed is read from its truth instead, and
 * left out when it no longer holds any of the words: a hidden answer is not even found by what it said.
 */
export async function readHits(found: FoundCandidate[], query: Understood | null, locale: Locale): Promise<Hit[]> {
  return (await readHitsAndAnswer(found, query, locale)).hits;
}

/** And the whole answer (HTML) of the first of them: an article's text, or a thread's best answer if somebody vouches for it. */
export async function readHitsAndAnswer(
  found: FoundCandidate[],
  query: Understood | null,
  locale: Locale,
): Promise<{ hits: Hit[]; firstAnswer: string }> {
  if (found.length === 0) return { hits: [], firstAnswer: "" };
  const stale = found.filter((candidate) => candidate.stale);
  const [rows, fresh] = await Promise.all([
    readRows(found, locale),
    stale.length > 0 ? buildDocuments(db, new Map(stale.map(({ key }) => [key, 0]))) : [],
  ]);
  const byKey = new Map(rows.map((row) => [`${row.kind}:${row.id}`, row]));
  const hits = found.flatMap((candidate) => {
    const row = byKey.get(candidate.key);
    const texts = candidate.stale ? fresh.find(({ key }) => key === candidate.key) : row;
    return row && texts ? hitOf(row, texts, query, locale, candidate.stale) : [];
  });
  const [first] = found;
  return { hits, firstAnswer: (first && !first.stale && byKey.get(first.key)?.first_answer) || "" };
}

async function readRows(found: FoundCandidate[], locale: Locale): Promise<Row[]> {
  const name = locale === "de" ? sql`c.name_de` : sql`c.name_en`;
  const { rows } = await db.execute<Row>(sql`${kept}
    select d.kind, d.doc_id as id, d.locale, d.title, d.body, d.answer, d.replies, d.url, d.author_name as "authorName", d.tag_slugs as tags,
      c.slug as category_slug, ${name} as category_name, coalesce(t.state::text, a.state::text) as state,
      t.answer_count, t.me_too_count, coalesce(t.score, a.helpful_count - a.unhelpful_count) as score,
      d.kind <> 'thread' or exists (select 1 from answers where thread_id = t.id and official and status = 'published') as official,
      t.kind as thread_kind, d.products, best.answerer, best.by_staff, best.accepted, best.by_company,
      case when wanted.place = 1 then coalesce(r.body_html, case when best.accepted or best.by_company then best.html end) end as first_answer,
      case when d.kind = 'video' then jsonb_build_object('articleId', a.id, 'videoId', v.id, 'start', p.start,
        'cues', jsonb_path_query_array(vc.cues, '$[*] ? (@.start >= $from)', jsonb_build_object('from', p.start))) end as said,
      a.duration_minutes, a.scope, a.verified_at, coalesce(t.created_at, a.created_at) as created_at, coalesce(t.last_activity_at, a.updated_at) as updated_at
    from unnest(${sql.param(found.map(({ kind }) => kind))}::text[], ${sql.param(found.map(({ id }) => id))}::bigint[]) with ordinality as wanted (kind, id, place)
    join search_documents d on d.kind = wanted.kind and d.doc_id = wanted.id
    left join threads t on d.kind = 'thread' and t.id = d.doc_id
    left join video_passages p on d.kind = 'video' and p.id = d.doc_id
    left join videos v on v.id = p.video_id
    left join video_captions vc on vc.video_id = v.id and vc.locale = p.locale
    left join articles a on a.id = case d.kind when 'article' then d.doc_id when 'video' then v.article_id end
    left join article_revisions r on r.id = a.live_revision_id and wanted.place = 1
    left join lateral (
      select m.display_name as answerer, m.role in ('agent', 'manager', 'admin') as by_staff, answers.accepted_at is not null as accepted, answers.official as by_company,
        case when wanted.place = 1 then answers.body_html end as html
      from answers join members m on m.id = answers.author_id
      where answers.thread_id = t.id and answers.status = 'published'
      order by ${bestFirst} limit 1
    ) best on true
    join categories c on c.id = coalesce(t.category_id, a.category_id)`);
  return rows;
}

function hitOf(row: Row, texts: Texts, query: Understood | null, locale: Locale, mustHold: boolean): Hit[] {
  const sought = query ? soughtIn(query, texts.locale) : new Map<string, number>();
  const titleHtml = highlight(texts.title, sought, texts.locale);
  // Captions break their lines anywhere.
  const body = row.said ? texts.body.replaceAll("\n", " ") : texts.body;
  const excerptHtml = bestPassage([texts.answer, texts.replies, body], sought, texts.locale);
  if (query && mustHold && !`${titleHtml}${excerptHtml}`.includes("<mark>")) return [];
  const { said } = row;
  const cue = said && cueOf(said, texts.body, sought, texts.locale);
  const iso = (value: string | null) => (value === null ? null : new Date(value).toISOString());
  return [
    {
      kind: row.kind === "video" ? "article" : row.kind,
      id: said?.articleId ?? Number(row.id),
      url: href(locale, cue ? texts.url.replace(/\?t=\d+/, `?t=${cue.start}`) : texts.url),
      title: texts.title,
      titleHtml,
      excerptHtml,
      answer: texts.answer,
      answeredBy: row.answerer === null ? null : { name: row.answerer, staff: row.by_staff === true, how: row.accepted ? "accepted" : row.by_company ? "official" : "liked" },
      threadKind: row.thread_kind,
      state: row.state,
      locale: texts.locale,
      category: { slug: row.category_slug, name: row.category_name },
      tags: row.tags,
      products: row.products,
      author: texts.authorName,
      answerCount: Number(row.answer_count ?? 0),
      meTooCount: Number(row.me_too_count ?? 0),
      score: Number(row.score),
      official: row.official,
      durationMinutes: row.duration_minutes,
      scope: row.scope ?? "",
      cue,
      verifiedAt: iso(row.verified_at),
      createdAt: iso(row.created_at) ?? "",
      updatedAt: iso(row.updated_at) ?? "",
    },
  ];
}

export function soughtIn(query: Pick<Understood, "words">, locale: Locale): Sought {
  const sought: Sought = new Map();
  for (const { terms, share } of query.words) {
    for (const term of terms)
      // Who looks for a compound is shown its parts where they stand alone, not every other compound of theirs.
      if (term.locale === locale && !(term.part && term.term.startsWith("~")))
        sought.set(term.term, Math.max(sought.get(term.term) ?? 0, share * term.weight));
  }
  return sought;
}
