import { connect, createServer, type Socket } from "node:net";

export type FaultProxy = {
  url: string;
  aim: (port: number) => void;
  heal: () => void;
  cuts: () => number;
  close: () => void;
};

const SHORTEST_MS = 1_000;
const LONGEST_MS = 5_000;

/** Passes bytes on to a port of this machine, and cuts every connection one to five seconds after it was made, until it is healed. */
export async function startFaultProxy(): Promise<FaultProxy> {
  const open = new Set<Socket>();
  let target = 0;
  let cutting = true;
  let cuts = 0;
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    const end = () => {
      clearTimeout(timer);
      near.destroy();
      far.destroy();
      open.delete(near);
    };
    const cut = () => {
      if (!cutting) return;
      cuts += 1;
      end();
    };
    const timer = setTimeout(cut, SHORTEST_MS + Math.random() * (LONGEST_MS - SHORTEST_MS));
    open.add(near);
    for (const socket of [near, far]) {
      socket.on("error", end);
      socket.on("close", end);
    }
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    aim: (next) => (target = next),
    heal: () => (cutting = false),
    cuts: () => cuts,
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
