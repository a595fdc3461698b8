import { Avatar } from "@/components/ui/avatar";
import { ArrowLeft } from "@/components/ui/icons";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import type { Conversation } from "./chat-api";
import { fileUrl } from "./message-list";
import type { RoomText } from "./room-texts";

const shapes = { here: "online", break: "break", left: "offline", reconnecting: "lost" } as const;

/** On a phone it stands in place of the site's header: whom one talks to, and the way back. */
export function PhoneBar({ locale, t, view }: { locale: Locale; t: RoomText; view: Conversation }) {
  const { agent, thread, department } = view;
  const live = view.state === "active" && agent;
  return (
    <div className="chb">
      <a
        className="iact"
        href={href(locale, `/t/${thread.id}/${thread.slug}`)}
        aria-label={t("room.backToQuestion")}
      >
        <ArrowLeft size={22} />
      </a>
      {live && (
        <Avatar
          id={agent.id}
          name={agent.displayName}
          staff
          size="sm"
          url={fileUrl(agent.avatarFileId)}
          presence={shapes[view.agentPresence ?? "reconnecting"]}
        />
      )}
      <p className={live ? "ps-2" : undefined}>
        <b>{live ? agent.displayName : thread.title}</b>
        <small>
          {live ? t("room.active.withShort", { name: department.name[locale] }) : department.name[locale]}
        </small>
      </p>
    </div>
  );
}
