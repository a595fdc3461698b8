import { setupI18n, type I18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Locale } from "./locale";
import { de } from "./messages/de/index";
import { en } from "./messages/en/index";

export { rich } from "./rich";

export type MessageKey = keyof typeof en;
export type MessageValues = Record<string, string | number | Date>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

const sources: Record<Locale, Record<MessageKey, string>> = { en, de };
const translators = new Map<Locale, Translate>();

/** The translation function of a language. Each message is compiled once, when it is first asked for. */
export function translator(locale: Locale): Translate {
  const known = translators.get(locale);
  if (known) return known;
  const i18n = setupI18n({ locale, messages: { [locale]: {} } });
  const compiled = new Set<string>();
  const translate: Translate = (key, values) => {
    if (!compiled.has(key)) {
      compile(i18n, locale, key);
      compiled.add(key);
    }
    return i18n._(key, values);
  };
  translators.set(locale, translate);
  return translate;
}

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

/**
 * For keys that travel as data (error reasons): one that has no message becomes the general error
 * instead of showing a code to the reader.
 */
export function translateKey(locale: Locale, key: string, values?: MessageValues): string {
  return translator(locale)(isMessageKey(key) ? key : "error.unknown", values);
}

function compile(i18n: I18n, locale: Locale, key: MessageKey): void {
  i18n.load(locale, { [key]: compileMessage(sources[locale][key]) });
}
