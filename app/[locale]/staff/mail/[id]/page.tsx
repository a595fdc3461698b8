import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Note } from "@/components/ui/note";
import { getMail } from "@/lib/mails/list-mails";
import type { Actor } from "@/lib/members/actor";
import { NotFound } from "@/lib/platform/errors";
import { formatDate } from "@/lib/platform/i18n/format";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { requireStaff } from "../../require-staff";
import { StaffFrame } from "../../staff-frame";

type LetterProps = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: LetterProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("mailbox.title"), robots: { index: false } } : {};
}

/** One letter as text; its HTML is shown as source, since a page of ours embeds no other. */
export default async function LetterPage({ params }: LetterProps) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireStaff();
  const mail = await letterOf(actor, id);
  const t = translator(locale);
  return (
    <StaffFrame locale={locale} path={`/staff/mail/${mail.id}`} actor={actor}>
      <div className="max-w-[900px]">
        <div className="sthead">
          <Breadcrumbs label={t("mailbox.title")} items={[{ href: href(locale, "/staff/mail"), label: t("mailbox.title") }]} />
        </div>
        <h1 className="text-[21px]/7">{mail.subject}</h1>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 my-4">
          <dt className="mut">{t("mailbox.to")}</dt>
          <dd className="break-all">{mail.to}</dd>
          <dt className="mut">{t("mailbox.state")}</dt>
          <dd>
            {t(`mailbox.state.${mail.state}`)}
            {mail.error && `: ${mail.error}`}
          </dd>
          <dt className="mut">{t("mailbox.at")}</dt>
          <dd>{formatDate(locale, mail.sentAt ?? mail.createdAt)}</dd>
        </dl>
        {mail.withheld && <Note kind="mod">{t(`mailbox.withheld.${mail.withheld}`)}</Note>}
        {mail.withheld !== "words" && <Words text={mail.text} html={mail.html} htmlLabel={t("mailbox.html")} />}
      </div>
    </StaffFrame>
  );
}

function Words({ text, html, htmlLabel }: { text: string; html: string; htmlLabel: string }) {
  return (
    <>
      <div className="whitespace-pre-wrap break-words rounded-[10px] border border-(--line) bg-(--surface) p-5 my-4">{linked(text)}</div>
      <details>
        <summary className="cursor-pointer font-semibold py-2">{htmlLabel}</summary>
        <pre className="mono overflow-x-auto rounded-[10px] bg-(--sunken) p-4 whitespace-pre-wrap break-words" tabIndex={0}>
          {html}
        </pre>
      </details>
    </>
  );
}

async function letterOf(actor: Actor, id: string) {
  try {
    return await getMail(actor, /^[1-9]\d{0,14}$/.test(id) ? Number(id) : 0);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}

/** Addresses in a letter can be followed: without a mail server this page is where they arrive. */
function linked(text: string) {
  return text.split(/(https?:\/\/[^\s<>"]+)/g).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} className="lk" href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
