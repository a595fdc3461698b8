import type { QueryWord } from "@/lib/platform/search/engine";
import { highlight, bestPassage } from "@/lib/platform/search/highlight";
import { htmlText } from "@/lib/platform/search/html-text";
import type { Understood } from "@/lib/platform/search/understand-query";
import type { FoundCandidate } from "./find-ranked";
import type { DirectAnswer, Hit } from "./hit";
import { soughtIn } from "./read-hits";

/** The best must hold most of what is looked for, be so much better than the next one, and more likely what was asked for than not. */
const leastCoverage = 0.75;
const leastLead = 1.25;
const leastLikelihood = 0.5;
const fewestWords = 2;
const headLength = 340;

/** The first result as the answer itself, when it stands out and somebody vouches for it; undefined otherwise. */
export function directAnswer(found: FoundCandidate[], hits: Hit[], wholeAnswer: string, query: Understood): DirectAnswer | undefined {
  const [hit] = hits;
  if (!hit || !standsOut(found, query) || !isVouchedFor(hit) || found[0]?.id !== hit.id || found[0].kind !== hit.kind || found[0].stale) return undefined;
  // A guide says in one or two sentences itself what it is for; an answer is best in its own words.
  const text = hit.kind === "article" && hit.answer ? hit.answer : htmlText(wholeAnswer).trim();
  if (text === "") return undefined;
  const { kind, id, url, title, state, official, locale, answeredBy, verifiedAt } = hit;
  return { kind, id, url, title, state, official, locale, answeredBy, verifiedAt, html: passageOf(text, hit, query) };
}

function standsOut([best, ...others]: FoundCandidate[], query: Understood): boolean {
  const next = others.find(({ partOf }) => partOf === null || partOf !== best?.key);
  const telling = query.words.filter(({ share, terms }) => share === 1 && terms.length > 0);
  if (!best || telling.length < fewestWords || best.coverage < leastCoverage || best.likelihood < leastLikelihood) return false;
  return !next || best.score >= leastLead * next.score;
}

function isVouchedFor({ kind, state, official }: Hit): boolean {
  return kind === "article" ? state === "published" : state === "solved" || official;
}

/** From the beginning, where answers say what to do; deeper only where more is said of what the title leaves open. */
function passageOf(text: string, { title, locale }: Hit, query: Understood): string {
  const sought = soughtIn(query, locale);
  const flat = text.replace(/\s+/g, " ");
  const end = flat.length <= headLength ? flat.length : flat.lastIndexOf(" ", headLength);
  const head = highlight(flat.slice(0, end), sought, locale) + (end < flat.length ? "…" : "");
  const best = bestPassage([flat], sought, locale);
  const isIn = (said: string) => (word: QueryWord) => highlight(said, soughtIn({ words: [word] }, locale), locale).includes("<mark>");
  const open = query.words.filter((word) => !isIn(title)(word));
  const told = (html: string) => open.filter(isIn(html.replace(/<\/?mark>/g, ""))).length;
  return told(best) > told(head) ? best : head;
}
