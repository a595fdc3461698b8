import { CloudOff } from "@/components/ui/icons";
import type { StreamState } from "./live-stream";
import type { RoomText } from "./room-texts";

/** Says that the line is down; nothing written is lost meanwhile. */
export function LineNote({ t, line }: { t: RoomText; line: StreamState }) {
  return (
    <div role="status">
      {line === "reconnecting" && (
        <p className="rline">
          <CloudOff size={16} />
          {t("room.connection.lost")}
        </p>
      )}
    </div>
  );
}
