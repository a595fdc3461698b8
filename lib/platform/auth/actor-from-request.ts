import type { IncomingHttpHeaders } from "node:http";
import { type Actor, visitor } from "@/lib/members/actor";
import { actorFromAccessToken } from "./actor-from-access-token";
import { actorFromSession } from "./actor-from-session";
import { sessionTokenFrom } from "./session-cookies";

/** Who sent this: by its access token when it carries one, else by its session. A wrong token is nobody, not the session. */
export async function actorFromRequest(headers: IncomingHttpHeaders): Promise<Actor> {
  const { authorization, cookie } = headers;
  if (authorization !== undefined) return /^bearer /i.test(authorization) ? actorFromAccessToken(authorization) : visitor;
  return actorFromSession(sessionTokenFrom(cookie));
}
