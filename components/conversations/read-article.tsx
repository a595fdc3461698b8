import { BookOpen } from "@/components/ui/icons";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import type { ConsoleText } from "./console-texts";

type ReadArticleProps = {
  locale: Locale;
  t: ConsoleText;
  article: { url: string; title: string; helpful: boolean | null };
};

/** A guide the customer has read, and whether it helped. */
export function ReadArticle({ locale, t, article: { url, title, helpful } }: ReadArticleProps) {
  return (
    <li className="ck">
      <BookOpen size={16} />
      <a className="lk" href={href(locale, url)} target="_blank" rel="noopener">
        {title}
      </a>
      <small>{t(helpful === null ? "packet.read" : helpful ? "packet.helped" : "packet.didNotHelp")}</small>
    </li>
  );
}
