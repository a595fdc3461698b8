import pg from "pg";
import { log } from "./log";

type Handlers = {
  /** Runs after each (re)connection, before notifications are handled. */
  connected: () => Promise<void> | void;
  lost: () => void;
  notified: (channel: string, payload: string) => void;
};

/** Keeps one connection that LISTENs; reconnects with growing pauses until `stop()`. */
export async function listen(url: string, channels: string[], handlers: Handlers): Promise<{ stop: () => Promise<void> }> {
  let client: pg.Client | undefined;
  let stopped = false;
  let pause = 100;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, application_name: "kundig listen", keepAlive: true });
    let gone = false;
    const retry = () => {
      if (gone) return;
      gone = true;
      handlers.lost();
      if (!stopped) setTimeout(() => void connect().catch(() => {}), (pause = Math.min(pause * 2, 3_000)));
    };
    next.on("error", retry);
    next.on("end", retry);
    next.on("notification", (message) => handlers.notified(message.channel, message.payload ?? ""));
    try {
      await next.connect();
      for (const channel of channels) await next.query(`listen ${channel}`);
      client = next;
      pause = 100;
      await handlers.connected();
    } catch (error) {
      log.warn("listener could not connect", { error: String(error) });
      await next.end().catch(() => {});
      retry();
    }
  }

  await connect();
  return {
    stop: async () => {
      stopped = true;
      await client?.end().catch(() => {});
    },
  };
}
