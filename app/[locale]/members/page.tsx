import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/components/layout/page";
import { Avatar } from "@/components/ui/avatar";
import { EmptyState } from "@/components/ui/empty-state";
import { Users } from "@/components/ui/icons";
import { MoreLink } from "@/components/ui/more-link";
import { listHelpers } from "@/lib/answers/list-helpers";
import { formatNumber } from "@/lib/platform/i18n/format";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { tagPage } from "@/lib/platform/pages/page-tags";

type MembersProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata({ params }: MembersProps): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale);
  return { title: t("helpers.title"), description: t("helpers.lede"), alternates: { canonical: href(locale, "/members"), languages: { en: "/members", de: "/de/members" } } };
}

export default async function Members({ params, searchParams }: MembersProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { after } = await searchParams;
  const list = await listHelpers({ cursor: typeof after === "string" ? after.slice(0, 200) : undefined });
  // A solution changes a thread and with it the start page, in either language.
  tagPage("home:en", "home:de", ...list.items.map(({ id }) => `member:${id}`));
  const t = translator(locale);
  return (
    <Page locale={locale} path="/members" current="questions">
      <div className="listp">
        <h1>{t("helpers.title")}</h1>
        <p className="lede">{t("helpers.lede")}</p>
        {list.items.length > 0 ? (
          <ul className="taggrid">
            {list.items.map((member) => (
              <li key={member.id}>
                <a className="row" href={href(locale, `/u/${member.name}`)}>
                  <Avatar
                    id={member.id}
                    name={member.displayName}
                    size="sm"
                    staff={member.role !== "member" && member.role !== "expert"}
                    url={member.avatarFileId ? `/files/${member.avatarFileId}` : null}
                  />
                  {member.displayName}
                </a>
                <span className="small mut">
                  {formatNumber(locale, member.acceptedCount)} {t("profile.accepted", { count: member.acceptedCount })}
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState icon={Users} title={t("helpers.none")} text={t("helpers.noneText")} />
        )}
        <MoreLink href={list.nextCursor ? href(locale, `/members?after=${list.nextCursor}`) : undefined} label={t("helpers.more")} />
      </div>
    </Page>
  );
}
