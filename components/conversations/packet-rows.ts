import type { IconType } from "@/components/ui/icon";
import { BookOpen, History, ListChecks, MonitorSmartphone, ScanText, Search } from "@/components/ui/icons";
import type { Packet, PacketPart } from "@/lib/conversations/packet";
import type { RoomText } from "./room-texts";

export type PacketRow = { part: PacketPart; icon: IconType; text: string; source: string };

/** What of a packet the asker may keep back, part by part, in words; empty parts are left out. */
export function packetRows(packet: Packet, t: RoomText): PacketRow[] {
  const { facts, tried, searches, articles, device, earlier } = packet;
  const quoted = [...new Set(searches.map(({ query }) => t("room.packet.search", { query })))];
  const rows: (PacketRow | false)[] = [
    facts.length > 0 && {
      part: "facts",
      icon: ScanText,
      text: facts.map(({ value }) => value).join(", "),
      source: t("room.packet.question"),
    },
    tried.length > 0 && {
      part: "tried",
      icon: ListChecks,
      text: tried.join(", "),
      source: t("room.packet.tried"),
    },
    searches.length > 0 && {
      part: "searches",
      icon: Search,
      text: quoted.join(", "),
      source: t("room.packet.searches", { count: searches.length }),
    },
    articles.length > 0 && {
      part: "articles",
      icon: BookOpen,
      text: articles.map(({ title }) => title).join(", "),
      source: t("room.packet.articles", { count: articles.length }),
    },
    device !== null &&
      device !== undefined && {
        part: "device",
        icon: MonitorSmartphone,
        text: `${device.browser}, ${device.system}`,
        source: t("room.packet.device"),
      },
    earlier.length > 0 && {
      part: "earlier",
      icon: History,
      text: earlier.map(({ title }) => title).join(", "),
      source: t("room.packet.earlier", { count: earlier.length }),
    },
  ];
  return rows.filter((row) => row !== false);
}
