import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cursorOf } from "@/app/cursor-of";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Mail, Search } from "@/components/ui/icons";
import { MoreLink } from "@/components/ui/more-link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { listMails } from "@/lib/mails/list-mails";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { requireStaff } from "../require-staff";
import { StaffFrame } from "../staff-frame";

type MailProps = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: MailProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("mailbox.title"), robots: { index: false } } : {};
}

/** Every letter the community wrote, the latest first. */
export default async function MailPage({ params, searchParams }: MailProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireStaff();
  const { q, after } = await searchParams;
  const query = typeof q === "string" ? q.trim().slice(0, 100) : "";
  const { items, nextCursor } = await listMails(actor, { query, cursor: cursorOf(after) });
  const t = translator(locale);
  const base = href(locale, "/staff/mail");
  return (
    <StaffFrame locale={locale} path="/staff/mail" actor={actor}>
      <div>
        <div className="sthead">
          <h1>{t("mailbox.title")}</h1>
          <span className="grow" />
          <form action={base} role="search" className="row">
            <label className="vh" htmlFor="mail-search">
              {t("mailbox.search")}
            </label>
            <input id="mail-search" className="in d" type="search" name="q" defaultValue={query} placeholder={t("mailbox.search")} />
            <Button type="submit" size="d" icon={Search}>
              {t("common.search")}
            </Button>
          </form>
        </div>
        <p className="mut2 pb-3">{t("mailbox.text")}</p>
        {items.length > 0 ? (
          <div className="overflow-x-auto">
            <Table
              caption={t("mailbox.title")}
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                {
                  head: t("mailbox.subject"),
                  className: "min-w-56",
                  cell: ({ id, subject }) => (
                    <a className="hover:underline" href={`${base}/${id}`}>
                      {subject}
                    </a>
                  ),
                },
                { head: t("mailbox.to"), className: "break-all", cell: ({ to }) => to },
                {
                  head: t("mailbox.state"),
                  cell: ({ state, error }) => (
                    <>
                      {t(`mailbox.state.${state}`)}
                      {error && <span className="small block text-(--red)">{error}</span>}
                    </>
                  ),
                },
                { head: t("mailbox.at"), number: true, cell: ({ createdAt }) => <Time at={createdAt} locale={locale} format="shortTime" /> },
              ]}
            />
          </div>
        ) : (
          <EmptyState icon={Mail} title={t("mailbox.empty")} text={t(query ? "mailbox.emptySearch" : "mailbox.emptyText")} />
        )}
        <MoreLink href={nextCursor ? `${base}?${new URLSearchParams({ ...(query && { q: query }), after: nextCursor })}` : undefined} label={t("common.showMore")} />
      </div>
    </StaffFrame>
  );
}
