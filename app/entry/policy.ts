/**
 * Who may reach what, one row per way in. The acts behind decide about single things; this table
 * says who gets that far, and a test fails on a page, action, operation or stream without a row.
 */
export type Audience = "everyone" | "members" | "staff" | "managers" | "admins";
export type PolicyRow = { audience: Audience; cached?: boolean; note?: string };

/** Next routes as the build lists them. */
export const pagePolicies: Record<string, PolicyRow> = {
  "/[locale]/chat/[id]": { audience: "members", note: "only for those in it" },
  "/[locale]/chat/new": { audience: "members", note: "only about questions one may escalate" },
  "/[locale]/staff/inbox": { audience: "staff" },
  "/[locale]/staff/queue": { audience: "staff" },
  "/[locale]/me": { audience: "members", note: "only one's own" },
  "/[locale]/me/conversations": { audience: "members", note: "only one's own" },
  "/[locale]/me/following": { audience: "members", note: "only one's own" },
  "/[locale]/me/notifications": { audience: "members", note: "only one's own" },
  "/[locale]/me/notifications/[id]": { audience: "members", note: "only one's own" },
  "/[locale]/me/sessions": { audience: "members", note: "only one's own" },
  "/[locale]/me/settings": { audience: "members", note: "only one's own" },
  "/[locale]/me/threads": { audience: "members", note: "only one's own" },
  "/[locale]/me/tokens": { audience: "members", note: "only one's own" },
  "/[locale]/me/verify": { audience: "everyone", note: "works only in the account's own session" },
  "/[locale]/reset-password": { audience: "everyone", note: "changes something only with a mailed link" },
  "/[locale]/sign-in": { audience: "everyone" },
  "/[locale]/sign-in/link": { audience: "everyone", note: "changes something only with a mailed link" },
  "/[locale]/sign-in/sent": { audience: "everyone" },
  "/[locale]/sign-out": { audience: "everyone", note: "POST only" },
  "/[locale]/sign-up": { audience: "everyone" },
  "/[locale]/sign-up/welcome": { audience: "everyone" },
  "/[locale]/u/[name]": { audience: "everyone", cached: true },
  "/[locale]/unsubscribe": { audience: "everyone", note: "changes something only with a letter's proof" },
  "/api/auth/[...nextauth]": { audience: "everyone", note: "only start and callback of OIDC; 404 when not configured" },
};

/** Paths that the entry answers itself. */
export const entryPolicies: Record<string, PolicyRow> = {
  "GET /healthz": { audience: "everyone" },
  "GET /readyz": { audience: "everyone" },
  "GET /overlay": { audience: "everyone", note: "only about the asker" },
  "GET /stream": { audience: "everyone", note: "member log only of the asker; topics only of visible threads" },
  "GET /files/<id>": { audience: "everyone", note: "files of a conversation only for those in it" },
  "GET /feed.xml": { audience: "everyone", cached: true },
  "GET /sitemap.xml": { audience: "everyone", cached: true },
  "GET /robots.txt": { audience: "everyone" },
};
