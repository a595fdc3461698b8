import type { Cookie } from "@/lib/platform/auth/session-cookies";

/** Tells the next page which draft has arrived; components/ui/draft.ts reads it and then forgets both. */
export function sentDraftCookie(key: string): Cookie {
  return { name: "kundig_sent", value: key, options: { httpOnly: false, secure: false, sameSite: "lax", path: "/", maxAge: 300 } };
}
