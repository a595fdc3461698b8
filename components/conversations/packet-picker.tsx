import { Eye, EyeOff } from "@/components/ui/icons";
import type { Packet } from "@/lib/conversations/packet";
import { packetRows } from "./packet-rows";
import type { RoomText } from "./room-texts";

/** What will be passed on, with an eye on each part that one may keep to oneself. Plain checkboxes inside a form. */
export function PacketPicker({ packet, t }: { packet: Packet; t: RoomText }) {
  const rows = packetRows(packet, t);
  return (
    <section className="rpick" aria-labelledby="packet-title">
      <h2 id="packet-title" className="sh">
        {t("room.packet.title")}
      </h2>
      {rows.length > 0 && <p className="small mut2 mb-2">{t("room.packet.hint")}</p>}
      {rows.length > 0 && (
        <ul className="pk">
          {rows.map(({ part, icon: Icon, text, source }) => (
            <li key={part}>
              <Icon size={18} />
              <span>
                <b>{text}</b>
                <small className="shown">{source}</small>
                <small className="kept">{t("room.packet.keptBack")}</small>
              </span>
              <label className="iact">
                <input
                  type="checkbox"
                  className="vh"
                  name={`hide-${part}`}
                  aria-label={t("room.packet.hide", { what: t(`room.packet.part.${part}`) })}
                />
                <Eye size={18} className="shown" />
                <EyeOff size={18} className="kept" />
              </label>
            </li>
          ))}
        </ul>
      )}
      <p className="small mut mt-2">{t("room.packet.public")}</p>
    </section>
  );
}
