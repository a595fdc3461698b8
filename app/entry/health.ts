import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Answer, jsonAnswer } from "./answer";

/** Process alive; never asks anything else. */
export function healthz(): Answer {
  return jsonAnswer(200, { status: "ok" });
}

/** Each part's state; 503 while the database is away. */
export async function readyz(parts: () => Promise<Record<string, unknown>>): Promise<Answer> {
  const started = performance.now();
  try {
    await db.execute(sql`select 1`);
  } catch {
    return jsonAnswer(503, { status: "unavailable", database: { ok: false } }, { "retry-after": "2" });
  }
  return jsonAnswer(200, { status: "ok", database: { ok: true, ms: Math.round(performance.now() - started) }, ...(await parts()) });
}
