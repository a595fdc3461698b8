import { request } from "node:http";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { CanaryRole, CanaryWorld } from "@/db/testing/canaries";
import { pagePolicies } from "@/app/entry/policy";
import { operations } from "@/app/api/v1/operations";
import { ask } from "./ask";

/** Every address of the site that shows something of the world, page by page. */
export function pagesOf(world: CanaryWorld, { guessing }: { guessing: boolean }): string[] {
  const { ids, hidden, articles, people, categories, canaries } = world;
  const threads = [ids.welcome, ids.edited, ids.withdrawn, ids.forMembers, ids.forStaff, ids.subject, ...Object.values(hidden).map(({ threadId }) => threadId)];
  const guides = [ids.live, ids.staffGuide, ...Object.values(articles)];
  const few = [1, 2, 3, 4];
  const tags = ["humming", ...canaries.filter(({ what }) => what.endsWith(" tag")).map(({ text }) => text)];
  const filled: Record<string, (string | number)[]> = {
    "/t/[id]/[[...slug]]": threads,
    "/kb/[id]/[[...slug]]": guides,
    "/c/[slug]": Object.values(categories),
    "/tags/[slug]": tags,
    "/u/[name]": Object.values(people).map(({ name }) => name),
    "/chat/[id]": [ids.conversation],
    "/me/decisions/[id]": few,
    "/me/sanctions/[id]": few,
    "/me/notifications/[id]": few,
    "/staff/articles/[id]": guides,
    "/staff/mail/[id]": few,
    // Not the list of searches: it shows what this test looks for.
    "/staff/insights/[list]": ["unanswered", "gaps"],
    "/about/[page]": ["rules", "privacy", "imprint"],
    "/staff/settings/[part]": ["company", "departments", "categories", "members", "agents"],
    "/[...rest]": ["no/such/place", `t/${hidden.hidden?.threadId}/x/y`],
  };
  const skipped = new Set(["/edit/[kind]/[id]", "/comment/[kind]/[id]", "/sign-out", "/api/auth/[...nextauth]"]);
  const plain = Object.keys(pagePolicies)
    .filter((route) => !skipped.has(route))
    .flatMap((route) => (route.includes("[") ? (filled[route] ?? [1]).map((value) => route.replace(/\[\[?[^\]]+\]\]?/, String(value)).replace(/\/\[\[.*$/, "")) : [route]));
  const guesses = canaries.filter((_, index) => index % 10 === 0).map(({ text }) => text.slice(0, -3));
  const questions = [...(guessing ? guesses : []), "zq", "answer", "thread", "guide", "door hums"].map((words) => `/search?q=${encodeURIComponent(words)}`);
  const edits = [...threads.map((id) => `/edit/threads/${id}`), `/edit/answers/${ids.rude}`, ...Object.values(hidden).flatMap((posts) => [`/edit/answers/${posts.answerId}`, `/edit/comments/${posts.commentId}`])];
  const comments = [...threads.map((id) => `/comment/threads/${id}`), `/comment/answers/${ids.rude}`, ...Object.values(hidden).map((posts) => `/comment/answers/${posts.answerId}`)];
  return [
    ...plain,
    ...edits,
    ...comments,
    ...questions,
    ...["/?tab=unanswered", "/?tab=needs", "/?tab=solved", `/c/${categories.open}?tab=solved`, `/chat/new?thread=${ids.subject}`, `/ask?title=zq&category=${categories.back}`, `/sign-in?next=/t/${hidden.hidden?.threadId}`],
    ...["/feed.xml", "/sitemap.xml", "/robots.txt", "/readyz", "/healthz"],
    ...threads.map((id) => `/overlay?thread=${id}`),
    `/files/${ids.file}`,
    ...readsOf(world, threads, guides, guessing),
  ];
}

/** Every reading operation of the interface, on every thing of its kind. */
function readsOf({ ids, people, canaries }: CanaryWorld, threads: number[], guides: number[], guessing: boolean): string[] {
  const byNoun: Record<string, (string | number)[]> = { threads, articles: guides, conversations: [ids.conversation], review: [1, 2, 3], members: [people.asker.name] };
  const reads = operations
    .filter(({ method, operationId }) => method === "GET" && operationId !== "getOpenApi")
    .flatMap(({ path }) => (path.includes("{") ? (byNoun[path.split("/")[1] ?? ""] ?? [1]).map((value) => path.replace(/\{\w+\}/, String(value))) : [path]));
  const typed = canaries.map(({ text }, index) => (index % 4 === 0 ? `/suggest?title=${text.slice(0, -2)}&body=${text.slice(0, 8)}` : `/search?q=${text}`));
  return [...reads, ...(guessing ? typed : []), "/threads?limit=50&sort=needs", "/tags?startsWith=zq", "/members?prefix=a", `/conversations/${ids.conversation}/publication?seqs=1,2,3`, "/articles?state=draft", "/articles?state=archived"].map((path) => `/api/v1${path}`);
}

/** What a browser of this person is shown at an address: head, body, and where it is sent. */
export async function look(url: string, path: string, cookie: string): Promise<{ status: number; text: string; path: string }> {
  const asked = await ask(url + path, { headers: { ...(cookie ? { cookie } : {}), accept: "text/html" } });
  const { location } = asked.headers;
  if (asked.status >= 300 && asked.status < 400 && location && /^\/(t|kb)\//.test(location)) return look(url, location, cookie);
  return { status: asked.status, text: `${JSON.stringify(asked.headers)}\n${decoded(asked.text)}`, path };
}

/** An echoed question is not a leak: what was asked for is taken out of the answer. */
export function withoutEcho(text: string, path: string): string {
  const { pathname, searchParams } = new URL(path, "http://x");
  const asked = [...pathname.split("/").filter((part) => part.length > 10), ...searchParams.values()].filter(Boolean);
  return asked.reduce((rest, words) => rest.replaceAll(words, ""), text);
}

/** The whole log of a member's stream, and the news of every topic while `meanwhile` happens. */
export async function listen(url: string, cookie: string, topics: string[], meanwhile: (sofar: () => string) => Promise<void>): Promise<string> {
  let heard = "";
  const { hostname, port } = new URL(url);
  const stream = request({ hostname, port, path: `/stream?cursor=0&topics=${topics.join()}`, headers: cookie ? { cookie } : {} });
  const open = new Promise<void>((resolve, reject) => {
    stream.on("error", reject);
    stream.on("response", (res) => {
      res.on("data", (bytes: Buffer) => (heard += bytes.toString()));
      res.on("error", () => {});
      resolve();
    });
  });
  stream.end();
  await open;
  await meanwhile(() => heard);
  stream.on("error", () => {});
  stream.destroy();
  return heard;
}

/** Letters and notices that were written to somebody. */
export async function postOf(role: Exclude<CanaryRole, "visitor">, world: CanaryWorld): Promise<string> {
  const { id } = world.people[role];
  const mails = await db.execute(sql`select subject, text, html from mails where member_id = ${id}`);
  const notices = await db.execute(sql`select kind, path, "values" from notifications where member_id = ${id}`);
  const events = await db.execute(sql`select event from member_events where member_id = ${id}`);
  return JSON.stringify([mails.rows, notices.rows, events.rows]);
}

/** Encodings in which a text could hide: entities, JSON escapes, percent signs, base64. */
function decoded(text: string): string {
  const entities = text.replace(/&#x([0-9a-f]+);|&#(\d+);/gi, (_, hex: string, decimal: string) => String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)));
  const escapes = entities.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const base64 = [...text.matchAll(/[A-Za-z0-9+/_-]{24,}={0,2}/g)].map(([word]) => Buffer.from(word, "base64").toString("latin1"));
  return `${text}\n${escapes}\n${escapes.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))}\n${base64.join("\n")}`;
}
