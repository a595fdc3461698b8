import { setupI18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Locale } from "./locale";
import type { MessageValues } from "./translator";

/** A translator of a few areas, for islands that say too much for props. It brings only those areas along. */
export function partialTranslator<Key extends string>(
  sources: Record<Locale, Record<Key, string>>,
): (locale: Locale) => (key: Key, values?: MessageValues) => string {
  const known = new Map<Locale, (key: Key, values?: MessageValues) => string>();
  return (locale) => {
    const made = known.get(locale) ?? translatorOf(sources[locale], locale);
    known.set(locale, made);
    return made;
  };
}

function translatorOf<Key extends string>(messages: Record<Key, string>, locale: Locale) {
  const i18n = setupI18n({ locale, messages: { [locale]: {} } });
  const compiled = new Set<Key>();
  return (key: Key, values?: MessageValues): string => {
    if (!compiled.has(key)) {
      i18n.load(locale, { [key]: compileMessage(messages[key]) });
      compiled.add(key);
    }
    return i18n._(key, values);
  };
}
