import type { AuthConfig } from "@auth/core";
import type { Adapter, AdapterUser } from "@auth/core/adapters";
import { and, eq, isNull } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { accounts, members } from "@/db/schema";
import { now } from "@/lib/platform/clock";
import { createSession } from "./create-session";
import type { OidcSettings } from "./oidc-settings";
import { newSecret } from "./secret-token";
import { sessionCookieName, sessionSeconds } from "./session-cookies";

export const oidcProvider = "oidc";

/** What the issuer says about who signs in. */
export type OidcProfile = { subject: string; email: string | null; isEmailVerified: boolean; name: string | null };
/** Finds, links or makes the member, or names why not: that is the noun's to decide. */
export type ChooseMember = (profile: OidcProfile) => Promise<{ memberId: number } | { refused: string }>;

type Hooks = { chooseMember: ChooseMember; userAgent: () => Promise<string> };

/**
 * next-auth does the protocol (PKCE, state, nonce, keys) and nothing else: who is meant is decided in `signIn`
 * before it looks for a user, sessions are ours, and it is never told who is signed in, so it has nothing to leak.
 */
export function oidcConfig(settings: OidcSettings, { chooseMember, userAgent }: Hooks): AuthConfig {
  return {
    adapter: adapter(userAgent),
    secret: process.env.AUTH_SECRET,
    trustHost: true,
    basePath: "/api/auth",
    session: { strategy: "database", generateSessionToken: newSecret },
    cookies: { sessionToken: { name: sessionCookieName() } },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      {
        id: oidcProvider,
        name: settings.name,
        type: "oidc",
        issuer: settings.issuer,
        clientId: settings.clientId,
        clientSecret: settings.clientSecret,
        checks: ["pkce", "state", "nonce"],
        // Address and name are read from the userinfo endpoint: many issuers put them nowhere else.
        idToken: false,
        authorization: { params: { scope: "openid email profile" } },
        profile: (profile) => ({ id: String(profile.sub), email: null, name: null }),
        account: () => ({}),
      },
    ],
    callbacks: {
      async signIn({ account, profile }) {
        if (account?.provider !== oidcProvider || !profile?.sub) return false;
        const chosen = await chooseMember({
          subject: profile.sub,
          email: profile.email ?? null,
          // Only a plain yes: some issuers leave it out, some send text.
          isEmailVerified: profile.email_verified === true,
          name: profile.name ?? null,
        });
        return "memberId" in chosen ? true : `/sign-in?problem=${encodeURIComponent(chosen.refused)}`;
      },
    },
  };
}

function adapter(userAgent: () => Promise<string>): Adapter {
  const never = (what: string) => () => Promise.reject(new Error(`${what} is not next-auth's to do`));
  return {
    async getUserByAccount({ provider, providerAccountId }) {
      const [row] = await db
        .select({ id: members.id })
        .from(accounts)
        .innerJoin(members, and(eq(members.id, accounts.memberId), isNull(members.deactivatedAt)))
        .where(and(eq(accounts.provider, provider), eq(accounts.providerAccountId, providerAccountId)));
      return row ? user(row.id) : null;
    },
    async createSession({ sessionToken, userId }) {
      const agent = await userAgent();
      await inTransaction((tx) => createSession(tx, Number(userId), { token: sessionToken, userAgent: agent }));
      return { sessionToken, userId, expires: new Date(now().getTime() + sessionSeconds("member") * 1000) };
    },
    getSessionAndUser: async () => null,
    updateSession: async () => null,
    deleteSession: async () => {},
    createUser: never("createUser"),
    getUser: async () => null,
    getUserByEmail: async () => null,
    updateUser: never("updateUser"),
    linkAccount: never("linkAccount"),
  };
}

function user(id: number): AdapterUser {
  return { id: String(id), email: "", emailVerified: null };
}
