import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Actor } from "@/lib/members/actor";
import { clientAddressHeader } from "@/lib/platform/client-address";
import { actorFromSession } from "./actor-from-session";
import { hashSecret } from "./secret-token";
import { sessionCookieName } from "./session-cookies";

/** Who looks at this page or sent this form; asked once per request. */
export const currentActor = cache(async (): Promise<Actor> => actorFromSession(await currentSessionToken()));

/** Names this browser's own session in the list of sessions. */
export async function currentSessionHash(): Promise<string | undefined> {
  const token = await currentSessionToken();
  return token ? hashSecret(token) : undefined;
}

/** What is told about the browser that asks: for limits and for the list of sessions. */
export async function currentDevice(): Promise<{ address: string; userAgent: string }> {
  const asked = await headers();
  return { address: asked.get(clientAddressHeader) ?? "unknown", userAgent: asked.get("user-agent") ?? "" };
}

async function currentSessionToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookieName())?.value;
}
