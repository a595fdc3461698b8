import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cursorOf } from "@/app/cursor-of";
import { requireSignIn } from "@/app/require-sign-in";
import { MePage } from "@/components/members/me-page";
import { OneButtonForm } from "@/components/members/one-button-form";
import { NotificationList } from "@/components/notifications/notification-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Bell } from "@/components/ui/icons";
import { MoreLink } from "@/components/ui/more-link";
import { listNotifications } from "@/lib/notifications/list-notifications";
import { notificationSentence } from "@/lib/notifications/notification-kind";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { markAllReadAction } from "./actions";

type NotificationsProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata({ params }: NotificationsProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("notification.title"), robots: { index: false } } : {};
}

export default async function NotificationsPage({ params, searchParams }: NotificationsProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const member = await requireSignIn(locale, "/me/notifications");
  const { items, nextCursor } = await listNotifications(member, { cursor: cursorOf((await searchParams).after) });
  const t = translator(locale);
  const newest = items.find((item) => item.readAt === null);
  return (
    <MePage locale={locale} place="notifications" title={t("notification.title")}>
      {newest && (
        <OneButtonForm
          action={markAllReadAction}
          locale={locale}
          fields={{ upTo: String(newest.id) }}
          label={t("notification.markAll")}
          busy={t("common.saving")}
          look="sec"
        />
      )}
      {items.length > 0 ? (
        <NotificationList
          locale={locale}
          items={items.map((item) => ({ ...item, sentence: notificationSentence(locale, item.kind, item.values) }))}
        />
      ) : (
        <EmptyState icon={Bell} title={t("notification.empty")} text={t("notification.emptyText")} />
      )}
      <MoreLink href={nextCursor && `${href(locale, "/me/notifications")}?after=${nextCursor}`} label={t("notification.older")} />
      <p className="small">
        <a className="lk" href={href(locale, "/me/settings")}>
          {t("notification.settings")}
        </a>
      </p>
    </MePage>
  );
}
