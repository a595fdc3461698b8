import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { askRest } from "./ask";

/** What the site said yes to. The list lives in the driver, which nobody kills. */
export type Ack = { kind: "answer" | "thread" | "message" | "vote"; id: number; text: string; by: number; place: number; value?: number };
export type Driver = { acks: Ack[]; tried: string[]; refused: number; stop(): Promise<void> };

type Place = {
  url: string;
  category: string;
  threadIds: number[];
  /** Answers to vote about; nobody's own. */
  answerIds: number[];
  conversationId: number;
  tokens: string[];
  /** The two sides of the conversation. */
  talkers: string[];
};

const PAUSE_MS = 60;

/**
 * Writes through the interface without a pause, each writer one thing at a time. What is not answered is sent
 * again under the same id until it is: only then the next thing begins.
 */
export function startWriters({ url, category, threadIds, answerIds, conversationId, tokens, talkers }: Place): Driver {
  const driver: Driver = { acks: [], tried: [], refused: 0, stop: async () => {} };
  let running = true;
  const until = async (text: string, send: () => ReturnType<typeof askRest>) => {
    driver.tried.push(text);
    for (;;) {
      const reply = await send().catch(() => null);
      if (reply && reply.status < 300) return reply.json;
      // A refusal that a repetition cannot mend is a mistake of the test or of the site.
      if (reply && reply.status < 500 && reply.status !== 429) throw new Error(`${reply.status} ${reply.text}`);
      driver.refused += 1;
      await sleep(PAUSE_MS);
    }
  };
  const write = async (by: number): Promise<void> => {
    const token = tokens[by] ?? "";
    for (let round = 0; running; round++) {
      const text = `writer ${by} round ${round} ${randomUUID()}`;
      const key = randomUUID();
      const place = threadIds[(by + round) % threadIds.length] ?? 0;
      const turn = (by + round) % 8;
      if (turn === 0) {
        const body = { title: text, body: "Once.", category };
        const { id } = await until(text, () => askRest(url, "/threads", { method: "POST", token, body, headers: { "idempotency-key": key } }));
        driver.acks.push({ kind: "thread", id: Number(id), text, by, place: Number(id) });
      } else if (turn < 3) {
        const answerId = answerIds[by % answerIds.length] ?? 0;
        const value = round % 3 === 0 ? 0 : round % 2 === 0 ? 1 : -1;
        await until(text, () => askRest(url, `/answers/${answerId}/vote`, { method: "PUT", token, body: { value } }));
        driver.acks.push({ kind: "vote", id: answerId, text, by, place: answerId, value });
      } else if (turn < 6) {
        const byKey = turn === 3;
        const send = () => askRest(url, `/threads/${place}/answers`, { method: "POST", token, body: { body: text, ...(byKey ? {} : { clientId: key }) }, headers: byKey ? { "idempotency-key": key } : {} });
        const { id } = await until(text, send);
        driver.acks.push({ kind: "answer", id: Number(id), text, by, place });
      } else {
        const side = talkers[by % talkers.length] ?? "";
        const { seq } = await until(text, () => askRest(url, `/conversations/${conversationId}/messages`, { method: "POST", token: side, body: { clientId: key, body: text } }));
        driver.acks.push({ kind: "message", id: Number(seq), text, by, place: conversationId });
      }
    }
  };
  const all = Promise.all(tokens.map((_, by) => write(by)));
  all.catch(() => {});
  driver.stop = async () => {
    running = false;
    await all;
  };
  return driver;
}
