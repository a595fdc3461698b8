/** One event of a Server-Sent Events stream. */
export type StreamFrame = { id: number | null; event: string; data: string };

/** Cuts a stream's text into frames, wherever the network happened to cut it. Comments are only signs of life. */
export function createFrameParser(onFrame: (frame: StreamFrame) => void): (text: string) => void {
  let rest = "";
  return (text) => {
    rest = (rest + text).replaceAll("\r\n", "\n");
    for (let end = rest.indexOf("\n\n"); end >= 0; end = rest.indexOf("\n\n")) {
      const frame = parseFrame(rest.slice(0, end));
      rest = rest.slice(end + 2);
      if (frame) onFrame(frame);
    }
  };
}

function parseFrame(block: string): StreamFrame | null {
  const frame: StreamFrame = { id: null, event: "message", data: "" };
  const data: string[] = [];
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    if (colon === 0) continue;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "data") data.push(value);
    if (name === "event") frame.event = value;
    if (name === "id" && /^\d+$/.test(value)) frame.id = Number(value);
  }
  return data.length > 0 ? { ...frame, data: data.join("\n") } : null;
}
