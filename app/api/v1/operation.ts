import type { z } from "zod";
import type { Tx } from "@/db/client";
import type { Actor, Member } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { LimitKind } from "@/lib/platform/rate-limits";
import type { RestRequest } from "./dispatch";

/** Who may call at all; the acts decide about single things. */
export type Audience = "everyone" | "members" | "staff" | "managers" | "admins";

export type Context<P, Q, B, A extends Audience> = {
  actor: A extends "everyone" ? Actor : Member;
  params: P;
  query: Q;
  body: B;
  locale: Locale;
  request: RestRequest;
  /** Present when an Idempotency-Key came: acts join it, so that the key and the work commit together. */
  tx: Tx | undefined;
};

export type Reply = { status: number; body: unknown; headers?: Record<string, string> };

export type AnyOperation = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  operationId: string;
  summary: string;
  audience: Audience;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** "json" unless the operation takes a file: in a form, or nothing else ("bytes", as they come in). */
  takes?: "json" | "multipart" | "bytes";
  /** Counted for people; programs with a token have their own, larger limit. */
  limit?: LimitKind;
  replies: Record<number, z.ZodType | null>;
  /** Refusals this operation documents beside those every operation has. */
  refusals?: number[];
  handle: (context: Context<never, never, never, Audience>) => Promise<Reply>;
};

type Out<S> = S extends z.ZodType ? z.output<S> : undefined;

/** Declares one operation; its schemas are what the route parses with and what the OpenAPI file says. */
export function operation<
  const A extends Audience,
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(declared: {
  method: AnyOperation["method"];
  /** Parameters in braces: /threads/{id}/answers */
  path: string;
  operationId: string;
  summary: string;
  audience: A;
  params?: P;
  query?: Q;
  body?: B;
  takes?: AnyOperation["takes"];
  limit?: LimitKind;
  replies: Record<number, z.ZodType | null>;
  refusals?: number[];
  handle: (context: Context<Out<P>, Out<Q>, Out<B>, A>) => Promise<Reply>;
}): AnyOperation {
  return declared as unknown as AnyOperation;
}
