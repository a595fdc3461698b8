import { Fragment, type ReactNode } from "react";
import { BookOpen } from "@/components/ui/icons";
import { picturesOf, withoutPictures } from "@/lib/platform/markdown/picture-lines";
import { href, type Locale } from "@/lib/platform/i18n/locale";

/** A line that is only a link to a guide, as the composer inserts it. */
const guide = /^\[([^\]]{1,200})\]\((\/(?:de\/)?kb\/\d+[^\s)]*)\)$/;
const address = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

/** Plain text with its addresses as links; guides become cards below, pictures are shown. */
export function MessageText({ body }: { body: string }) {
  const words = withoutPictures(body)
    .split("\n")
    .filter((line) => !guide.test(line.trim()))
    .join("\n")
    .trim();
  return words ? <div className="bub">{withLinks(words)}</div> : null;
}

/** What was sent along, small; a click opens it whole. */
export function SentPictures({ body, label }: { body: string; label: (name: string) => string }) {
  return picturesOf(body).map(({ alt, url }) => (
    <a key={url} className="spic" href={url} target="_blank" rel="noopener" aria-label={label(alt)}>
      <img src={url} alt={alt} loading="lazy" />
    </a>
  ));
}

export function GuideCards({ body, locale, label }: { body: string; locale: Locale; label: string }) {
  const cards = body.split("\n").flatMap((line) => guide.exec(line.trim()) ?? []);
  const found: { title: string; path: string }[] = [];
  for (let at = 0; at < cards.length; at += 3)
    found.push({ title: cards[at + 1] ?? "", path: cards[at + 2] ?? "" });
  return found.map(({ title, path }) => (
    <a
      key={path}
      className="acard"
      href={path.startsWith("/de/") ? path : href(locale, path)}
      target="_blank"
      rel="noopener"
    >
      <span className="ic">
        <BookOpen />
      </span>
      <span>
        <b>{title}</b>
        <small>{label}</small>
      </span>
    </a>
  ));
}

function withLinks(text: string): ReactNode {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const found of text.matchAll(address)) {
    parts.push(text.slice(end, found.index));
    parts.push(
      <a key={found.index} href={found[0]} target="_blank" rel="noopener nofollow ugc" className="underline">
        {found[0]}
      </a>,
    );
    end = found.index + found[0].length;
  }
  return parts.length === 0 ? text : <Fragment>{[...parts, text.slice(end)]}</Fragment>;
}
