/**
 * Who may reach what, one row per way in. The acts behind decide about single things; this table
 * says who gets that far, and a test fails on a page, action, operation or stream without a row.
 */
export type Audience = "everyone" | "members" | "staff" | "managers" | "admins";
export type PolicyRow = { audience: Audience; cached?: boolean; note?: string };

/** Next routes as the build lists them. */
export const pagePolicies: Record<string, PolicyRow> = {};

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
