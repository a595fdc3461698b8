import { EyeOff } from "@/components/ui/icons";
import type { Packet } from "@/lib/conversations/packet";
import { packetRows } from "./packet-rows";
import type { RoomText } from "./room-texts";

/** What was passed on, and what the asker kept back. */
export function PacketList({ packet, t }: { packet: Packet; t: RoomText }) {
  return (
    <ul className="pk">
      {packetRows(packet, t).map(({ part, icon: Icon, text, source }) => (
        <li key={part}>
          <Icon size={18} />
          <span>
            <b className="font-[500]">{text}</b>
            <small>{source}</small>
          </span>
        </li>
      ))}
      {packet.hidden.map((part) => (
        <li key={part} className="off">
          <EyeOff size={18} />
          <span>
            <b>{t(`room.packet.part.${part}`)}</b>
            <small>{t("room.packet.keptBack")}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}
