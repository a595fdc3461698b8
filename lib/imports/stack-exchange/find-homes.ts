import { and, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { answers, importedObjects, members, threads } from "@/db/schema";
import { href } from "@/lib/platform/i18n/locale";
import { findImported } from "../imported-objects";
import type { Home } from "../replace-links";

/** "post 12" or "user 5": what an address of the site shows. */
export type LinkTarget = string;

/** What an address over there names; null for anything but posts and people. */
export function linkTarget(url: string, host: string): LinkTarget | null {
  if (!URL.canParse(url)) return null;
  const { host: named, pathname, hash } = new URL(url);
  if (named !== host && named !== `www.${host}`) return null;
  const [, kind, id, rest = ""] = /^\/(questions|q|a|users)\/(\d+)(\/.*)?$/.exec(pathname) ?? [];
  if (!kind || !id) return null;
  if (kind === "users") return `user ${id}`;
  if (kind === "a") return `post ${id}`;
  // /questions/<question>/<title>/<answer>#<answer>: the answer is what is meant.
  const answer = /^#(\d+)$/.exec(hash)?.[1] ?? (kind === "questions" ? /^\/[^/]*\/(\d+)\/?$/.exec(rest)?.[1] : undefined);
  return `post ${answer ?? id}`;
}

/** Where these are here. */
export async function findHomes(host: string, targets: LinkTarget[]): Promise<(target: LinkTarget) => Home | undefined> {
  const ids = (kind: string) => targets.filter((target) => target.startsWith(`${kind} `)).map((target) => target.slice(kind.length + 1));
  const homes = new Map<LinkTarget, Home>();
  const posts = await findImported(host, "post", ids("post"));
  const localIds = (kind: string) => [...posts.values()].flatMap((post) => (post.kind === kind ? [post.id] : []));
  const questions = await readThreads(localIds("thread"));
  const replies = await readAnswers(localIds("answer"));
  for (const [externalId, { kind, id }] of posts) {
    const home = kind === "thread" ? questions.get(id) : replies.get(id);
    if (home) homes.set(`post ${externalId}`, home);
  }
  for (const [externalId, home] of await readMembers(host, ids("user"))) homes.set(`user ${externalId}`, home);
  return (target) => homes.get(target);
}

async function readThreads(ids: number[]): Promise<Map<number, Home>> {
  if (ids.length === 0) return new Map();
  const rows = await db.select({ id: threads.id, slug: threads.slug, title: threads.title, locale: threads.locale }).from(threads).where(inArray(threads.id, ids));
  return new Map(rows.map(({ id, slug, title, locale }) => [id, { href: href(locale, `/t/${id}/${slug}`), title }]));
}

async function readAnswers(ids: number[]): Promise<Map<number, Home>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: answers.id, threadId: threads.id, slug: threads.slug, title: threads.title, locale: threads.locale })
    .from(answers)
    .innerJoin(threads, eq(threads.id, answers.threadId))
    .where(inArray(answers.id, ids));
  return new Map(rows.map(({ id, threadId, slug, title, locale }) => [id, { href: href(locale, `/t/${threadId}/${slug}#answer-${id}`), title }]));
}

async function readMembers(host: string, externalIds: string[]): Promise<Map<string, Home>> {
  if (externalIds.length === 0) return new Map();
  const rows = await db
    .select({ externalId: importedObjects.externalId, name: members.name, displayName: members.displayName })
    .from(importedObjects)
    .innerJoin(members, eq(members.id, importedObjects.localId))
    .where(and(eq(importedObjects.source, host), eq(importedObjects.kind, "user"), inArray(importedObjects.externalId, externalIds)));
  return new Map(rows.map((row) => [row.externalId, { href: `/u/${row.name}`, title: row.displayName }]));
}
