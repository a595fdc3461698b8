import { readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import { LRUCache } from "lru-cache";
import { type Answer, answer, withEtag } from "./answer";

const types: Record<string, string> = {
  js: "application/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  ico: "image/x-icon",
  webp: "image/webp",
  woff2: "font/woff2",
  json: "application/json; charset=utf-8",
  webmanifest: "application/manifest+json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
};

const kept = new LRUCache<string, Answer>({ maxSize: 24 * 1024 * 1024, sizeCalculation: (file) => file.body.length + (file.gzip?.length ?? 0) + 200 });

/** Files of the build (named by their content) and of public/; null when there is none. */
export async function staticFile(path: string): Promise<Answer | null> {
  const known = kept.get(path);
  if (known) return known;
  const built = path.startsWith("/_next/static/");
  const type = types[path.slice(path.lastIndexOf(".") + 1).toLowerCase()];
  if (!type) return null;
  const root = built ? join(process.cwd(), process.env.KUNDIG_BUILD_DIR ?? ".next", "static") : join(process.cwd(), "public");
  const name = decoded(built ? path.slice("/_next/static".length) : path);
  const file = normalize(join(root, name ?? "/"));
  if (name === null || !file.startsWith(`${root}/`)) return null;
  const body = await readFile(file).catch(() => null);
  if (!body) return null;
  const headers = {
    "cache-control": built ? "public, max-age=31536000, immutable" : "public, max-age=86400",
    // A worker lives under the policy of its own script: it may load the build's parts and ask us.
    ...(type.startsWith("application/javascript") ? { "content-security-policy": "default-src 'none'; script-src 'self'; connect-src 'self'" } : {}),
  };
  const whole = withEtag(answer(200, type, body, headers));
  kept.set(path, whole);
  return whole;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
