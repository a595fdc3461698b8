import { Agent, request, type IncomingHttpHeaders } from "node:http";

export type Asked = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string };
type Wishes = { method?: string; headers?: Record<string, string | string[]>; body?: string | Buffer | Buffer[]; timeoutMs?: number };

const agent = new Agent({ keepAlive: true, maxSockets: 512 });

/** One request exactly as written: no header is added or held back, no redirect followed. A list of buffers is sent in chunks. */
export function ask(url: string, { method = "GET", headers = {}, body, timeoutMs = 60_000 }: Wishes = {}): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const path = url.slice(url.indexOf("/", 8) < 0 ? url.length : url.indexOf("/", 8)) || "/";
    const whole = typeof body === "string" || Buffer.isBuffer(body) ? Buffer.from(body) : undefined;
    const length = whole && !("content-length" in headers) ? { "content-length": String(whole.length) } : {};
    const req = request({ hostname, port, path, method, agent, headers: { ...length, ...headers } }, (res) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk: Buffer) => chunks.push(chunk));
      res.on("error", reject);
      res.on("end", () => {
        const all = Buffer.concat(chunks);
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: all, text: all.toString("utf8") });
      });
    });
    req.setTimeout(timeoutMs, () => req.destroy(new Error(`no answer from ${method} ${url}`)));
    req.on("error", (error: NodeJS.ErrnoException) => {
      // As browsers do it: a line that was kept open may have been closed while nobody looked.
      if (method === "GET" && req.reusedSocket && error.code === "ECONNRESET") ask(url, { method, headers, timeoutMs }).then(resolve, reject);
      else reject(error);
    });
    if (Array.isArray(body)) for (const chunk of body) req.write(chunk);
    req.end(whole);
  });
}

/** Asks the REST interface and reads its JSON. */
export async function askRest(url: string, path: string, { method = "GET", token, body, headers = {} }: { method?: string; token?: string; body?: unknown; headers?: Record<string, string> } = {}) {
  const asked = await ask(`${url}/api/v1${path}`, {
    method,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { ...asked, json: (asked.text ? JSON.parse(asked.text) : {}) as Record<string, unknown> };
}
