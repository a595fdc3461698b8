import { and, desc, eq, ilike, lt, or } from "drizzle-orm";
import { db } from "@/db/client";
import { mails } from "@/db/schema";
import { type Actor, isAdmin, isStaff } from "@/lib/members/actor";
import { Forbidden, NotFound } from "@/lib/platform/errors";
import type { Locale } from "@/lib/platform/i18n/locale";
import { privateKinds, secretKinds, withoutSecrets } from "./secret-kinds";
import type { MailKind } from "./write-letter";

export type MailView = {
  id: number;
  to: string;
  memberId: number | null;
  locale: Locale;
  kind: string;
  subject: string;
  state: "queued" | "sent" | "kept" | "failed";
  error: string | null;
  createdAt: Date;
  sentAt: Date | null;
};
export type MailText = MailView & {
  text: string;
  html: string;
  /** Its link was taken out because it would open somebody's account, or its words because they were said in private. */
  withheld: "link" | "words" | null;
};

const columns = {
  id: mails.id,
  to: mails.toAddress,
  memberId: mails.memberId,
  locale: mails.locale,
  kind: mails.kind,
  subject: mails.subject,
  state: mails.state,
  error: mails.error,
  createdAt: mails.createdAt,
  sentAt: mails.sentAt,
};

/** Newest first. `cursor` is the id of the last one seen. */
export async function listMails(
  actor: Actor,
  { query = "", cursor, limit = 50 }: { query?: string; cursor?: number; limit?: number } = {},
): Promise<{ items: MailView[]; nextCursor?: string }> {
  if (!isStaff(actor)) throw new Forbidden();
  const like = `%${query.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await db
    .select(columns)
    .from(mails)
    .where(and(cursor ? lt(mails.id, cursor) : undefined, query ? or(ilike(mails.toAddress, like), ilike(mails.subject, like)) : undefined))
    .orderBy(desc(mails.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit);
  return rows.length > limit ? { items, nextCursor: String(items.at(-1)?.id) } : { items };
}

export async function getMail(actor: Actor, id: number): Promise<MailText> {
  if (!isStaff(actor)) throw new NotFound();
  const [mail] = await db.select({ ...columns, text: mails.text, html: mails.html }).from(mails).where(eq(mails.id, id));
  if (!mail) throw new NotFound();
  const withheld = isAdmin(actor) ? null : reasonToWithhold(mail.kind as MailKind);
  if (withheld === "words") return { ...mail, text: "", html: "", withheld };
  return withheld ? { ...mail, text: withoutSecrets(mail.text), html: withoutSecrets(mail.html), withheld } : { ...mail, withheld };
}

function reasonToWithhold(kind: MailKind): MailText["withheld"] {
  if (privateKinds.includes(kind)) return "words";
  return secretKinds.includes(kind) ? "link" : null;
}
