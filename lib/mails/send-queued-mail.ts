import { eq } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { mails } from "@/db/schema";
import { now } from "@/lib/platform/clock";
import { publicUrl } from "@/lib/platform/config";
import { sendMail } from "@/lib/platform/mail/send-mail";
import { secretKinds, withoutSecrets } from "./secret-kinds";
import type { MailKind } from "./write-letter";

type Mail = typeof mails.$inferSelect;

/**
 * Hands a queued letter to the mail server; without one it is kept, for staff to read. May run twice:
 * the Message-ID is the row's, so that receivers know the second as the first.
 */
export async function sendQueuedMail({ mailId }: { mailId: number }): Promise<void> {
  const [mail] = await db.select().from(mails).where(eq(mails.id, mailId));
  if (!mail || mail.state !== "queued") return;
  if (!process.env.SMTP_URL) return mark(mail, { state: "kept" });
  try {
    await sendMail({
      to: mail.toAddress,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<mail-${mail.id}@${new URL(publicUrl()).hostname}>`,
    });
  } catch (error) {
    if (!isFinal(error)) throw error;
    return mark(mail, { state: "failed", error: String(error).slice(0, 500) });
  }
  const isSecret = secretKinds.includes(mail.kind as MailKind);
  const scrubbed = isSecret ? { text: withoutSecrets(mail.text), html: withoutSecrets(mail.html) } : {};
  await mark(mail, { state: "sent", sentAt: now(), error: null, ...scrubbed });
}

/** The server said that it will never take this letter; everything else is tried again. */
function isFinal(error: unknown): boolean {
  return ((error as { responseCode?: number }).responseCode ?? 0) >= 500;
}

async function mark(mail: Mail, change: Partial<Mail>): Promise<void> {
  await inTransaction((tx) => tx.update(mails).set(change).where(eq(mails.id, mail.id)));
}
