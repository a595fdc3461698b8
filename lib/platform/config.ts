import { z } from "zod";

const flag = z.enum(["on", "off"]);
const address = (protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1)), {
    message: `must be an address that starts with ${protocols.map((p) => `${p}://`).join(" or ")}`,
  });

const schema = z.object({
  PORT: z.coerce.number({ message: "must be a number" }).int().min(0).max(65535).default(3000),
  HOST: z.string().default("0.0.0.0"),
  PUBLIC_URL: address(["http", "https"]).optional(),
  DATABASE_URL: address(["postgres", "postgresql"]),
  MEILI_URL: address(["http", "https"]).optional(),
  MEILI_KEY: z.string().optional(),
  /** Anything that answers as OpenAI's POST /embeddings does: what texts mean, beside their words. */
  EMBEDDINGS_URL: address(["http", "https"]).optional(),
  EMBEDDINGS_MODEL: z.string().optional(),
  EMBEDDINGS_KEY: z.string().optional(),
  REDIS_URL: address(["redis", "rediss"]).optional(),
  SMTP_URL: address(["smtp", "smtps"]).optional(),
  STORAGE_URL: address(["s3", "file"]).optional(),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  OIDC_ISSUER: address(["https", "http"]).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  KUNDIG_DATA_DIR: z.string().default(".data"),
  KUNDIG_ROLE: z.enum(["all", "web", "worker"]).default("all"),
  KUNDIG_SAMPLE: flag.default("on"),
  KUNDIG_EMBEDDED: z.enum(["0", "1"]).default("0"),
  /** Reverse proxies in front whose X-Forwarded-For is believed. */
  KUNDIG_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** What the kept pages of a web process may take. */
  KUNDIG_PAGE_CACHE_MB: z.coerce.number().min(1).max(4096).default(64),
});

export type Config = z.infer<typeof schema>;

/** Reads the environment; one line per mistake. */
export function readConfig(env: NodeJS.ProcessEnv): { config: Config } | { mistakes: string[] } {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(present);
  if (parsed.success) {
    const { EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model } = parsed.data;
    return url && !model ? { mistakes: ["EMBEDDINGS_MODEL is not set: EMBEDDINGS_URL needs the name of a model."] } : { config: parsed.data };
  }
  return {
    mistakes: parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return issue.code === "invalid_type" && present[name] === undefined
        ? `${name} is not set.`
        : `${name} ${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}.`;
    }),
  };
}

let cached: Config | undefined;

/** The configuration of this process, already checked by the entry. */
export function config(): Config {
  if (cached) return cached;
  const read = readConfig(process.env);
  if ("mistakes" in read) throw new Error(read.mistakes.join(" "));
  cached = read.config;
  return cached;
}

/** Where people reach the site, without a trailing slash; links in mails and feeds start with it. */
export function publicUrl(): string {
  return (process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? 3000}`).replace(/\/+$/, "");
}
