import { Fragment, type ReactNode } from "react";
import { BookOpen, Paperclip } from "@/components/ui/icons";
import { formatBytes } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { filesOf, type SentFile, withoutFiles } from "@/lib/platform/markdown/file-lines";
import type { RoomText } from "./room-texts";

/** A line that is only a link to a guide, as the composer inserts it. */
const guide = /^\[([^\]]{1,200})\]\((\/(?:de\/)?kb\/\d+[^\s)]*)\)$/;
const address = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

/** Plain text with its addresses as links; guides and files stand below. */
export function MessageText({ body }: { body: string }) {
  const words = withoutFiles(body)
    .split("\n")
    .filter((line) => !guide.test(line.trim()))
    .join("\n")
    .trim();
  return words ? <div className="bub">{withLinks(words)}</div> : null;
}

/** What was sent along: pictures small, a click opens them whole; films to play; the rest to keep. */
export function SentFiles({ body, locale, t }: { body: string; locale: Locale; t: RoomText }) {
  return filesOf(body).map((file) =>
    file.bytes === null ? (
      <a key={file.url} className="spic" href={file.url} target="_blank" rel="noopener" aria-label={t("room.file.open", { name: file.name })}>
        <img src={file.url} alt={file.name} loading="lazy" />
      </a>
    ) : (
      <FileCard key={file.url} {...file} size={formatBytes(locale, file.bytes)} />
    ),
  );
}

function FileCard({ name, url, size }: SentFile & { size: string }) {
  return (
    <div className="sfile">
      {/\.(mp4|webm)$/.test(name) && <video src={url} controls playsInline preload="metadata" aria-label={name} />}
      <a className="acard" href={url} download={name}>
        <span className="ic">
          <Paperclip />
        </span>
        <span>
          <b>{name}</b>
          <small>{size}</small>
        </span>
      </a>
    </div>
  );
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
