import { ChatOutbox } from "./chat-outbox";
import { connectStream } from "./connect-stream";
import { LiveStream } from "./live-stream";
import { browserStore } from "./outbox-store";
import { sendMessage } from "./send-message";
import { browserTies, browserTimers } from "./tab-ties";

let stream: LiveStream | null = null;
let outbox: ChatOutbox | null = null;
let tended = false;

/** This tab's end of the browser's one stream. `cursor` is that of the snapshot the page was made of. */
export function sharedStream(cursor: number | null): LiveStream {
  stream ??= new LiveStream(
    { ties: browserTies("kundig-stream"), timers: browserTimers, connect: connectStream },
    cursor,
  );
  tend();
  return stream;
}

export function sharedOutbox(memberId: number): ChatOutbox {
  outbox ??= new ChatOutbox(
    {
      store: browserStore(),
      ties: browserTies("kundig-outbox"),
      timers: browserTimers,
      send: sendMessage,
      newId: randomId,
    },
    memberId,
  );
  tend();
  return outbox;
}

function tend(): void {
  if (tended) return;
  tended = true;
  const hurry = () => {
    stream?.hurry();
    outbox?.hurry();
  };
  window.addEventListener("online", hurry);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && hurry());
  window.addEventListener("pagehide", () => {
    stream?.stop();
    outbox?.stop();
  });
  // A page taken out of the browser's back-forward store has lost its lines.
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
}

/** crypto.randomUUID only exists on addresses with TLS. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
