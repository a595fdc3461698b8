import { Avatar } from "@/components/ui/avatar";
import { Bell } from "@/components/ui/icons";
import { Time } from "@/components/ui/time";
import type { NotificationView } from "@/lib/notifications/list-notifications";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

export type ShownNotification = Pick<NotificationView, "id" | "actor" | "createdAt" | "readAt"> & { sentence: string };

/** Opening one goes through its own address, which marks it as read on the way. */
export function NotificationList({ locale, items }: { locale: Locale; items: ShownNotification[] }) {
  const t = translator(locale);
  return (
    <ul className="tlist">
      {items.map(({ id, sentence, actor, createdAt, readAt }) => (
        <li key={id} className={readAt ? "merow" : "merow new"}>
          {actor ? (
            <Avatar id={actor.id} name={actor.displayName} staff={isStaffRole(actor.role)} size="sm" />
          ) : (
            <span className="av sm" aria-hidden="true">
              <Bell size={16} />
            </span>
          )}
          <div>
            <a href={href(locale, `/me/notifications/${id}`)}>{sentence}</a>
            <p className="meta">
              {!readAt && <b className="t-petrol">{t("notification.new")}</b>}
              <Time at={createdAt} locale={locale} relative />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function isStaffRole(role: string): boolean {
  return role === "agent" || role === "manager" || role === "admin";
}
