import { publicUrl } from "@/lib/platform/config";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { type MessageKey, translator } from "@/lib/platform/i18n/translator";
import { userText } from "@/lib/platform/mail/user-text";
import { site } from "@/lib/platform/site";

type KindOf<Key> = Key extends `mail.${infer Kind}.subject` ? Kind : never;
/** Every kind with messages mail.<kind>.subject, .text and .button. */
export type MailKind = KindOf<MessageKey>;

export type LetterValues = Record<string, string | number> & {
  /** Where the button leads: a path of the site without language prefix. */
  path?: string;
  /** Greeted by name; never given for an address nobody has proved to be theirs. */
  name?: string;
  /** Adds the way to stop such letters: a path of the site. */
  unsubscribePath?: string;
};

export type Letter = { subject: string; text: string; html: string };

const QUOTED_CHARS = 8_000;

/** A letter in the reader's language, as plain text and as HTML that says the same; `quoted` are words of members below its own. */
export function writeLetter(locale: Locale, kind: MailKind, values: LetterValues, quoted: readonly string[] = []): Letter {
  const t = translator(locale);
  const named = { ...harmless(values), company: site.company };
  const absolute = (path: string) => publicUrl() + href(locale, path);
  const url = values.path === undefined ? null : absolute(values.path);
  const stop = values.unsubscribePath === undefined ? null : absolute(values.unsubscribePath);
  const parts: Parts = {
    locale,
    greeting: values.name ? t("mail.greeting", { name: userText(values.name) }) : t("mail.greetingPlain"),
    paragraphs: [...t(`mail.${kind}.text`, named).split("\n\n"), ...quoted.map((line) => userText(line, QUOTED_CHARS))],
    button: url ? { label: t(`mail.${kind}.button`, named), url, hint: t("mail.buttonHint") } : null,
    foot: stop ? [t("mail.why", named)] : [t("mail.unasked")],
    links: stop
      ? [
          { label: t("mail.settings"), url: absolute("/me") },
          { label: t("mail.unsubscribe"), url: stop },
        ]
      : [],
    signature: t("mail.signature", named),
  };
  const subject = `${t(`mail.${kind}.subject`, named)} · ${site.community}`.replace(/[\r\n]+/g, " ").slice(0, 200);
  return { subject, text: asText(parts), html: asHtml(subject, parts) };
}

/** What members wrote (names, titles) must not become a link or a line of its own in our letter. */
function harmless(values: LetterValues): LetterValues {
  const entries = Object.entries(values).map(([key, value]) => [key, typeof value === "string" ? userText(value, 300) : value]);
  return Object.fromEntries(entries) as LetterValues;
}

type Link = { label: string; url: string };
type Parts = {
  locale: Locale;
  greeting: string;
  paragraphs: string[];
  button: (Link & { hint: string }) | null;
  foot: string[];
  links: Link[];
  signature: string;
};

function asText({ greeting, paragraphs, button, foot, links, signature }: Parts): string {
  return [
    greeting,
    ...paragraphs,
    ...(button ? [`${button.label}:\n${button.url}`] : []),
    signature,
    ["--", ...foot, ...links.map(({ label, url }) => `${label}: ${url}`)].join("\n"),
  ].join("\n\n");
}

/** Tables and inline styles, because mail programs know little else; no pictures, so that reading tells nobody. */
function asHtml(subject: string, { locale, greeting, paragraphs, button, foot, links, signature }: Parts): string {
  const p = (text: string) => `<p style="margin:0 0 16px">${escape(text)}</p>`;
  const action = button
    ? `<p style="margin:24px 0"><a href="${escape(button.url)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#0B5566;color:#FFFFFF;font-weight:600;text-decoration:none">${escape(button.label)}</a></p>
<p style="margin:0 0 16px;font-size:14px;color:#5F6769">${escape(button.hint)}<br><a href="${escape(button.url)}" style="color:#0B5566;word-break:break-all">${escape(button.url)}</a></p>`
    : "";
  const stops = links.map(({ label, url }) => `<a href="${escape(url)}" style="color:#0B5566">${escape(label)}</a>`).join(" · ");
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(subject)}</title></head>
<body style="margin:0;background:#FBFAF7;color:#1A1F21;font:16px/24px 'Source Sans 3',-apple-system,'Segoe UI',Helvetica,Arial,sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#FFFFFF;border:1px solid #E3E0D8;border-radius:10px"><tr><td style="padding:32px">
<p style="margin:0 0 24px;font-size:18px;font-weight:600;color:#0B5566">${escape(site.community)}</p>
${p(greeting)}${paragraphs.map(p).join("")}${action}${p(signature)}
</td></tr></table>
<p style="max-width:560px;margin:16px 0 0;font-size:14px;line-height:20px;color:#5F6769">${foot.map(escape).join(" ")}${stops ? `<br>${stops}` : ""}</p>
</td></tr></table></body></html>`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
