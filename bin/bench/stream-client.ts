import { request } from "node:http";

/** One open stream; `heard` gets each event's name and data. Resolves when the stream is open. */
export function openStream(url: string, headers: Record<string, string>, heard: (event: string, data: string) => void): Promise<{ close: () => void }> {
  return new Promise((resolve, reject) => {
    const req = request(url, { headers: { accept: "text/event-stream", ...headers }, agent: false }, (res) => {
      let rest = "";
      res.setEncoding("utf8");
      res.on("data", (chunk: string) => {
        const frames = (rest + chunk).split("\n\n");
        rest = frames.pop() ?? "";
        for (const frame of frames) {
          const event = /^event: (.+)$/m.exec(frame)?.[1];
          if (event) heard(event, /^data: (.+)$/m.exec(frame)?.[1] ?? "");
        }
      });
      if (res.statusCode === 200) resolve({ close: () => req.destroy() });
      else reject(new Error(`The stream answers ${res.statusCode}`));
    });
    req.on("error", () => {});
    req.end();
  });
}
