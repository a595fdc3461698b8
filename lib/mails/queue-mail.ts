import type { Tx } from "@/db/client";
import { mails } from "@/db/schema";
import { now } from "@/lib/platform/clock";
import type { Locale } from "@/lib/platform/i18n/locale";
import { enqueue } from "@/lib/platform/jobs";
import { type LetterValues, type MailKind, writeLetter } from "./write-letter";

export type QueuedMail = {
  to: string;
  memberId?: number | null;
  locale: Locale;
  kind: MailKind;
  values?: LetterValues;
  /** Words of members, a paragraph each. */
  quoted?: readonly string[];
  /** The same key is written once, however often the job that asks runs. */
  dedupeKey?: string;
};

/** Writes the letter down in the caller's transaction; it leaves after the commit, or never. Null: it was there already. */
export async function queueMail(tx: Tx, mail: QueuedMail): Promise<number | null> {
  const letter = writeLetter(mail.locale, mail.kind, mail.values ?? {}, mail.quoted);
  const [row] = await tx
    .insert(mails)
    .values({
      toAddress: mail.to,
      memberId: mail.memberId ?? null,
      locale: mail.locale,
      kind: mail.kind,
      ...letter,
      dedupeKey: mail.dedupeKey ?? null,
      createdAt: now(),
    })
    .onConflictDoNothing({ target: mails.dedupeKey })
    .returning({ id: mails.id });
  if (!row) return null;
  await enqueue(tx, "mail.send", { mailId: row.id });
  return row.id;
}
