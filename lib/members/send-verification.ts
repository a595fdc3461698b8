import type { Tx } from "@/db/client";
import { queueMail } from "@/lib/mails/queue-mail";
import { createOneTimeToken } from "@/lib/platform/auth/one-time-tokens";
import type { Locale } from "@/lib/platform/i18n/locale";

type Unproved = { id: number; email: string; locale: Locale; returnTo?: string };

/** Without the name: whoever signed up may have put anything there, and the address may be a stranger's. */
export async function sendVerification(tx: Tx, { id, email, locale, returnTo }: Unproved): Promise<void> {
  const token = await createOneTimeToken(tx, "verify_email", { email, memberId: id, locale, returnTo });
  await queueMail(tx, { to: email, memberId: id, locale, kind: "verify_email", values: { path: `/me/verify?token=${token}` } });
}
