import { cookies } from "next/headers";
import { visitor } from "@/lib/members/actor";
import { memberForIdentity } from "@/lib/members/member-for-identity";
import { signOut } from "@/lib/members/sign-out";
import { actorFromSession } from "@/lib/platform/auth/actor-from-session";
import { currentSessionHash } from "@/lib/platform/auth/current-actor";
import { oidc } from "@/lib/platform/auth/oidc";
import { type ChooseMember, oidcProvider } from "@/lib/platform/auth/oidc-config";
import { sessionCookieName, sessionCookies, setCookieLine } from "@/lib/platform/auth/session-cookies";
import { publicUrl } from "@/lib/platform/config";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { log } from "@/lib/platform/log";

export const dynamic = "force-dynamic";

const localeCookie = "kundig_oidc_lang";

type Step = { params: Promise<{ nextauth: string[] }> };

/**
 * Only the two steps that signing in needs: /api/auth/start and the issuer's way back. What next-auth offers
 * beside them (session, csrf, providers, its own pages) is not there.
 */
export async function GET(request: Request, { params }: Step): Promise<Response> {
  const step = (await params).nextauth.join("/");
  if (step !== "start" && step !== `callback/${oidcProvider}`) return nothing();
  const flow = oidc(chooseMember);
  if (!flow) return nothing();
  try {
    return step === "start" ? await start(flow, request) : await finish(flow, request);
  } catch (error) {
    log.warn("sign-in with an outside account failed", { error: String(error) });
    return redirect(await signInPage("failed"));
  }
}

type Flow = NonNullable<ReturnType<typeof oidc>>;

async function start(flow: Flow, request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  // A foreign page must not push people through a sign-in they did not ask for.
  if (request.headers.get("sec-fetch-site") === "cross-site") return redirect(await signInPage());
  const locale = query.get("locale");
  (await cookies()).set(localeCookie, isLocale(locale) ? locale : "en", { httpOnly: true, sameSite: "lax", path: "/api/auth", maxAge: 900 });
  return redirect(await flow.start(query.get("next")));
}

async function finish(flow: Flow, request: Request): Promise<Response> {
  const session = await currentSessionHash();
  const response = await flow.finish(request);
  const token = sessionTokenIn(response);
  if (!token) return onOurPage(response);
  const actor = await actorFromSession(token);
  // Like every way in: the session the browser came with ends.
  await signOut(actor, { session, address: "", userAgent: "" });
  const headers = new Headers(response.headers);
  const others = response.headers.getSetCookie().filter((line) => !line.startsWith(`${sessionCookieName()}=`));
  headers.delete("set-cookie");
  for (const line of others) headers.append("set-cookie", line);
  if (actor.kind === "member") {
    for (const cookie of sessionCookies(token, actor)) headers.append("set-cookie", setCookieLine(cookie));
  }
  return new Response(null, { status: 302, headers });
}

/** Refusals lead to our sign-in page, in the language it was left in. */
async function onOurPage(response: Response): Promise<Response> {
  const target = new URL(response.headers.get("location") ?? "/sign-in", publicUrl());
  const problem = target.searchParams.get("problem") ?? "failed";
  const headers = new Headers({ location: await signInPage(problem) });
  for (const line of response.headers.getSetCookie()) headers.append("set-cookie", line);
  return new Response(null, { status: 302, headers });
}

const chooseMember: ChooseMember = async (profile) =>
  memberForIdentity(visitor, { provider: oidcProvider, ...profile, locale: await chosenLocale() });

async function chosenLocale() {
  const chosen = (await cookies()).get(localeCookie)?.value;
  return isLocale(chosen) ? chosen : "en";
}

async function signInPage(problem?: string): Promise<string> {
  return publicUrl() + href(await chosenLocale(), problem ? `/sign-in?problem=${encodeURIComponent(problem)}` : "/sign-in");
}

function sessionTokenIn(response: Response): string | undefined {
  const line = response.headers.getSetCookie().find((cookie) => cookie.startsWith(`${sessionCookieName()}=`));
  return line?.slice(line.indexOf("=") + 1).split(";")[0] || undefined;
}

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { location } });
}

function nothing(): Response {
  return new Response("Not found", { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
}
