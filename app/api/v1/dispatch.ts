import type { IncomingHttpHeaders } from "node:http";
import type { z } from "zod";
import { type Actor, isAdmin, isManager, isStaff } from "@/lib/members/actor";
import { actorFromRequest } from "@/lib/platform/auth/actor-from-request";
import { isLocale, type Locale } from "@/lib/platform/i18n/locale";
import { InvalidInput } from "@/lib/platform/errors";
import { sentencesOf } from "@/lib/platform/parse-input";
import { isStorable } from "@/lib/platform/storable";
import { consume } from "@/lib/platform/rate-limit";
import { onceByKey } from "./once-by-key";
import type { AnyOperation, Audience, Context, Reply } from "./operation";
import { operations } from "./operations";
import { Problem, problemOf } from "./problem";

export type RestRequest = {
  method: string;
  /** Below /api/v1. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** Instead of a body that is too large for the memory. */
  stream?: AsyncIterable<Uint8Array>;
  address: string;
};
export type RestResponse = { status: number; headers: Record<string, string>; body: string | Buffer };

const routes = operations.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
}));

/** Answers one request of the REST interface. Never throws a refusal: each becomes problem JSON. */
export async function dispatch(request: RestRequest): Promise<RestResponse> {
  const locale = localeOf(request);
  try {
    const { operation, values } = findOperation(request);
    const actor = await authenticate(request, operation.audience);
    await limit(operation, request, actor);
    const context = {
      actor,
      params: parsePart(operation.params, values),
      query: parsePart(operation.query, queryValues(request.query, operation.query)),
      body: parseBody(operation, request),
      locale: actor.kind === "member" && !request.headers["accept-language"] ? actor.locale : locale,
      request,
      tx: undefined,
    } as unknown as Context<never, never, never, Audience>;
    const reply = await onceByKey(operation, request, actor, (tx) => operation.handle({ ...context, tx }));
    return respond(reply);
  } catch (error) {
    return problemOf(error, locale);
  }
}

function findOperation(request: RestRequest): { operation: AnyOperation; values: Record<string, string> } {
  const found = routes.filter(({ pattern }) => pattern.test(request.path));
  if (found.length === 0) throw new Problem(404, "not_found");
  const route = found.find(({ operation }) => operation.method === request.method);
  if (!route) throw new Problem(405, "method_not_allowed", { allow: found.map(({ operation }) => operation.method).join(", ") });
  const groups = route.pattern.exec(request.path)?.groups ?? {};
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(groups)) {
    try {
      values[name] = decodeURIComponent(value);
    } catch {
      throw new Problem(404, "not_found");
    }
  }
  return { operation: route.operation, values };
}

async function authenticate(request: RestRequest, audience: Audience): Promise<Actor> {
  const actor = await actorFromRequest(request.headers);
  const { authorization } = request.headers;
  if (authorization !== undefined && actor.kind === "visitor") throw new Problem(401, "bad_token", { "www-authenticate": "Bearer" });
  if (audience === "everyone") return actor;
  if (actor.kind === "visitor") throw new Problem(401, "sign_in", { "www-authenticate": "Bearer" });
  if (audience === "staff" && !isStaff(actor)) throw new Problem(403, "forbidden");
  if (audience === "managers" && !isManager(actor)) throw new Problem(403, "forbidden");
  if (audience === "admins" && !isAdmin(actor)) throw new Problem(403, "forbidden");
  return actor;
}

async function limit(operation: AnyOperation, request: RestRequest, actor: Actor): Promise<void> {
  const who = actor.kind === "member" ? `member:${actor.id}` : request.address;
  if (request.headers.authorization !== undefined) return consume("apiToken", who);
  if (operation.method !== "GET" && operation.limit !== "live") await consume("api", who);
  if (!operation.limit || isStaff(actor)) return;
  const isNew = actor.kind === "member" && actor.trust === "new";
  await consume(operation.limit === "post" && isNew ? "postNew" : operation.limit, who);
}

/** A path that names nothing possible is not found; everything else that is wrong is told by field. */
function parsePart(schema: z.ZodObject | undefined, values: Record<string, unknown>): unknown {
  if (!schema) return undefined;
  if (!isStorable(values)) throw new Problem(400, "malformed_text");
  const parsed = schema.safeParse(values, { reportInput: true });
  if (parsed.success) return parsed.data;
  if (parsed.error.issues.some((issue) => issue.path[0] === "id")) throw new Problem(404, "not_found");
  throw new InvalidInput(sentencesOf(parsed.error));
}

function queryValues(query: URLSearchParams, schema: z.ZodObject | undefined): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(schema?.shape ?? {})) {
    const all = query.getAll(name);
    if (all.length > 0) values[name] = all[0];
  }
  return values;
}

function parseBody(operation: AnyOperation, request: RestRequest): unknown {
  if (!operation.body || operation.takes === "multipart") return undefined;
  const type = request.headers["content-type"] ?? "";
  if (request.body.length > 0 && !/^application\/([a-z.+-]+\+)?json\b/i.test(type)) throw new Problem(415, "json_expected");
  let value: unknown;
  try {
    value = request.body.length === 0 ? {} : JSON.parse(request.body.toString("utf8"));
  } catch {
    throw new Problem(400, "malformed_json");
  }
  if (!isStorable(value)) throw new Problem(400, "malformed_text");
  const parsed = operation.body.safeParse(value, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(sentencesOf(parsed.error));
  return parsed.data;
}

function localeOf(request: RestRequest): Locale {
  const asked = request.query.get("lang") ?? request.headers["accept-language"]?.slice(0, 2).toLowerCase() ?? "en";
  return isLocale(asked) ? asked : "en";
}

function respond(reply: Reply): RestResponse {
  return {
    status: reply.status,
    headers: { "content-type": "application/json; charset=utf-8", ...reply.headers },
    body: reply.body === undefined ? "" : JSON.stringify(reply.body),
  };
}
