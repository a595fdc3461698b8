import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type StubEmbeddings = {
  url: string;
  /** What it was asked, one entry a request. */
  requests: { model: string; input: string[]; key: string | undefined }[];
  /** How it behaves from now on; may be changed at any time. */
  way: { delayMs: number; status: number; broken: boolean; refusing: string | null };
  stop(): Promise<void>;
};

const dimensions = 16;

/**
 * A provider whose model knows as many meanings as there are groups: a text lies where the groups are whose words it
 * holds, and a little where all other texts lie too.
 */
export async function startStubEmbeddings(groups: string[][]): Promise<StubEmbeddings> {
  const requests: StubEmbeddings["requests"] = [];
  const way: StubEmbeddings["way"] = { delayMs: 0, status: 200, broken: false, refusing: null };
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const asked = JSON.parse(text) as { model: string; input: string[] };
    requests.push({ ...asked, key: request.headers.authorization });
    const { delayMs, broken, refusing } = way;
    const status = refusing && asked.input.some((one) => one.includes(refusing)) ? 400 : way.status;
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    const data = asked.input.map((one, index) => ({ index, embedding: vectorOf(one, groups) })).reverse();
    response.writeHead(status, { "content-type": "application/json" }).end(broken ? "<html>" : JSON.stringify({ data }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    way,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function vectorOf(text: string, groups: string[][]): number[] {
  const lower = text.toLowerCase();
  return Array.from({ length: dimensions }, (_, place) => (place === 0 ? 0.1 : groups[place - 1]?.some((word) => lower.includes(word)) ? 1 : 0));
}
