import type { MailKind } from "./write-letter";

/** Letters whose link gives access to an account: only admins may read those that are kept. */
export const secretKinds: readonly MailKind[] = ["sign_in_link", "reset_password", "verify_email"];

/** The same letter without what its link can do. */
export function withoutSecrets(text: string): string {
  return text.replace(/(token=)[\w-]+/g, "$1…");
}

/** Letters with what was said in private: only admins may read those that are kept. */
export const privateKinds: readonly MailKind[] = ["transcript"];
