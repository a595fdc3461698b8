import { StateBadge } from "@/components/ui/state";
import { formatDate } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Conversation } from "./chat-api";
import { PacketList } from "./packet-list";
import type { RoomText } from "./room-texts";

/** Beside the conversation: what the company knows, what everyone else sees, how it ends. */
export function RoomSide({
  locale,
  t,
  view,
  name,
}: {
  locale: Locale;
  t: RoomText;
  view: Conversation;
  name: string;
}) {
  const live = view.state === "active" && view.acceptedAt;
  const time = formatDate(locale, new Date(view.acceptedAt ?? view.createdAt), "time");
  const open = view.closedAt === null;
  return (
    <aside className="side">
      <section>
        <h2 className="sh">
          {live ? t("room.packet.titleActive", { name }) : t(open ? "room.packet.titleWaiting" : "room.packet.titleClosed")}
        </h2>
        <PacketList packet={view.packet} t={t} />
        {open && <p className="small mut mt-2">{t("room.packet.public")}</p>}
      </section>
      {open && (
        <section>
          <h2 className="sh">{t("room.packet.everyone")}</h2>
          <div className="pubm">
            <StateBadge
              state={live ? "live" : "withSupport"}
              label={live ? t("room.packet.marker", { time }) : t("room.packet.markerWaiting")}
            />
            <span>{t("room.packet.markerText")}</span>
          </div>
        </section>
      )}
      {open && (
        <section>
          <h2 className="sh">{t("room.packet.ends")}</h2>
          <div className="ends">
            <p>{t("room.packet.endsDraft", { name })}</p>
            <p>{t("room.packet.endsConsent", { count: view.packet.meToo ?? 0 })}</p>
          </div>
        </section>
      )}
    </aside>
  );
}
