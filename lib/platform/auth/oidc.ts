import NextAuth from "next-auth";
import { headers } from "next/headers";
import { NextRequest } from "next/server";
import { publicUrl } from "@/lib/platform/config";
import { type ChooseMember, oidcConfig, oidcProvider } from "./oidc-config";
import { oidcSettings } from "./oidc-settings";
import { returnPath } from "./return-path";

/** The two steps of signing in with the company's account; null when none is configured. */
export function oidc(chooseMember: ChooseMember) {
  const settings = oidcSettings();
  if (!settings) return null;
  // Links and redirects always name the configured origin, whatever Host a request came with.
  process.env.AUTH_URL = publicUrl();
  const userAgent = async () => (await headers()).get("user-agent") ?? "";
  const { handlers, signIn } = NextAuth(oidcConfig(settings, { chooseMember, userAgent }));
  return {
    /** The issuer's address to go to; leaves state, nonce and PKCE verifier in cookies. */
    start: async (returnTo: unknown): Promise<string> =>
      String(await signIn(oidcProvider, { redirect: false, redirectTo: returnPath(returnTo) })),
    /** Where the issuer sends people back to. */
    finish: (request: Request): Promise<Response> => handlers.GET(new NextRequest(request)),
  };
}
