import type { Locale } from "@/lib/platform/i18n/locale";
import { isMessageKey, type MessageKey, translateKey } from "@/lib/platform/i18n/translator";
import { site } from "@/lib/platform/site";

type KindOf<Key> = Key extends `notification.kind.${infer Kind}` ? Kind : never;
/** Every kind with a message notification.kind.<kind>. */
export type NotificationKind = KindOf<MessageKey>;

/** A title that has a name in each language stands under their codes. */
export type NotificationValues = Record<string, string | number>;

/** What happened, as one sentence in the reader's language. */
export function notificationSentence(locale: Locale, kind: string, values: NotificationValues): string {
  const key = `notification.kind.${kind}`;
  const named = { actor: "", title: values[locale] ?? "", reason: "", company: site.company, ...values };
  return isMessageKey(key) ? translateKey(locale, key, named) : String(named.title);
}
