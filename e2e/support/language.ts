import { type ConsoleText, consoleTexts } from "@/components/conversations/console-texts";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { type MessageKey, type MessageValues, translator } from "@/lib/platform/i18n/translator";

/** What a story needs to be told in both languages: the words on the screen, and one thread and guide of the sample in each. */
export type Language = {
  locale: Locale;
  browser: string;
  t: (key: MessageKey, values?: MessageValues) => string;
  /** What is said around conversations, on both sides of them. */
  chat: ConsoleText;
  to: (path: string) => string;
  solved: { words: string; title: RegExp; solution: RegExp };
  guide: { words: string; title: RegExp };
};

export const languages: [english: Language, german: Language] = [
  {
    locale: "en",
    browser: "en-GB",
    t: translator("en"),
    chat: consoleTexts("en"),
    to: (path) => href("en", path),
    solved: { words: "W7 stops will not spin", title: /W7 stops with 14 minutes left/, solution: /pump wheel/ },
    guide: { words: "descale", title: /descal/i },
  },
  {
    locale: "de",
    browser: "de-DE",
    t: translator("de"),
    chat: consoleTexts("de"),
    to: (path) => href("de", path),
    solved: { words: "Lenta W7 pumpt nicht ab E18", title: /Lenta W7 pumpt nicht ab/, solution: /Flügelrad/ },
    guide: { words: "Flusensieb reinigen", title: /Flusensieb/ },
  },
];
