import { generateKeyPairSync, sign } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Auth, skipCSRFCheck } from "@auth/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/db/testing";
import { db } from "@/db/client";
import { sessions } from "@/db/schema";
import { visitor } from "@/lib/members/actor";
import { memberForIdentity } from "@/lib/members/member-for-identity";
import { actorFromSession } from "./actor-from-session";
import { oidcConfig } from "./oidc-config";

testDatabase();

const site = "http://localhost:3000";
let issuer: Awaited<ReturnType<typeof testIssuer>>;

beforeAll(async () => {
  issuer = await testIssuer();
});
afterAll(() => issuer.stop());

const config = () =>
  oidcConfig(
    { issuer: issuer.url, clientId: "kundig", clientSecret: "a secret", name: "Nordhang-Konto" },
    {
      chooseMember: (profile) => memberForIdentity(visitor, { provider: "oidc", ...profile, locale: "de" }),
      userAgent: async () => "Firefox",
    },
  );

/** Goes to the issuer and back as a browser would; returns our last answer. */
async function signInAs(claims: Record<string, unknown>, tamper: (callback: URL) => void = () => {}): Promise<Response> {
  const form = new URLSearchParams({ callbackUrl: `${site}/de/ask` });
  const started = await Auth(new Request(`${site}/api/auth/signin/oidc`, { method: "POST", body: form }), { ...config(), skipCSRFCheck });
  const asked = new URL(started.headers.get("location") ?? "");
  expect(asked.origin).toBe(issuer.url);
  expect(asked.searchParams.get("code_challenge_method")).toBe("S256");
  issuer.claims = { nonce: asked.searchParams.get("nonce"), ...claims };
  const callback = new URL(asked.searchParams.get("redirect_uri") ?? "");
  callback.searchParams.set("code", "a-code");
  callback.searchParams.set("state", asked.searchParams.get("state") ?? "");
  tamper(callback);
  const cookie = started.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");
  return Auth(new Request(callback, { headers: { cookie } }), { ...config(), logger: { error: () => {}, warn: () => {}, debug: () => {} } });
}

const sessionOf = (response: Response) =>
  /kundig_session=([^;]+)/.exec(response.headers.getSetCookie().find((line) => line.startsWith("kundig_session=")) ?? "")?.[1];

describe("signing in with an outside account", () => {
  it("opens one of our sessions and goes where one was", async () => {
    const response = await signInAs({ sub: "u1", email: "uta@example.com", email_verified: true, name: "Uta Klein" });
    expect(response.headers.get("location")).toBe(`${site}/de/ask`);
    const token = sessionOf(response);
    expect(await actorFromSession(token)).toMatchObject({ kind: "member", displayName: "Uta Klein", locale: "de" });
    expect(JSON.stringify(await db.select().from(sessions))).not.toContain(token);
  });

  it.each([[undefined], [false], ["true"]])("refuses an address whose email_verified is %j", async (verified) => {
    const response = await signInAs({ sub: "u2", email: "uta2@example.com", email_verified: verified });
    expect(response.headers.get("location")).toBe(`${site}/sign-in?problem=unverified`);
    expect(sessionOf(response)).toBeUndefined();
  });

  it("refuses an answer to a question this browser did not ask", async () => {
    const claims = { sub: "u3", email: "uta3@example.com", email_verified: true };
    const otherState = await signInAs(claims, (callback) => callback.searchParams.set("state", "forged"));
    const otherNonce = await signInAs({ ...claims, nonce: "forged" });
    for (const response of [otherState, otherNonce]) {
      expect(response.headers.get("location")).toContain("/sign-in?error=");
      expect(sessionOf(response)).toBeUndefined();
    }
  });

  it("tells nobody about sessions", async () => {
    const token = sessionOf(await signInAs({ sub: "u1", email: "uta@example.com", email_verified: true }));
    const response = await Auth(new Request(`${site}/api/auth/session`, { headers: { cookie: `kundig_session=${token}` } }), config());
    expect(await response.text()).toBe("null");
  });
});

/** As much of an OpenID provider as the code flow needs. */
async function testIssuer() {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: "jwk" }), kid: "k", alg: "RS256", use: "sig" };
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const state = { url: "", claims: {} as Record<string, unknown>, stop: async () => {} };
  const server = createServer((req, res) => {
    const reply = (value: unknown) => res.setHeader("content-type", "application/json").end(JSON.stringify(value));
    if (req.url === "/.well-known/openid-configuration") {
      return void reply({
        issuer: state.url,
        authorization_endpoint: `${state.url}/authorize`,
        token_endpoint: `${state.url}/token`,
        userinfo_endpoint: `${state.url}/userinfo`,
        jwks_uri: `${state.url}/jwks`,
        response_types_supported: ["code"],
        id_token_signing_alg_values_supported: ["RS256"],
      });
    }
    if (req.url === "/jwks") return void reply({ keys: [jwk] });
    const { nonce, sub, ...about } = state.claims;
    if (req.url === "/userinfo") return void reply({ sub, ...about });
    req.resume().on("end", () => {
      const iat = Math.floor(Date.now() / 1000);
      const claims = { nonce, sub, iss: state.url, aud: "kundig", iat, exp: iat + 300 };
      const signed = `${part({ alg: "RS256", kid: "k" })}.${part(claims)}`;
      const idToken = `${signed}.${sign("sha256", Buffer.from(signed), privateKey).toString("base64url")}`;
      reply({ access_token: "a", token_type: "Bearer", id_token: idToken });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  state.stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return state;
}
