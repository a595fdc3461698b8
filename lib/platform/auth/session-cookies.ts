import { publicUrl } from "@/lib/platform/config";

export type Cookie = {
  name: string;
  value: string;
  options: { httpOnly: boolean; secure: boolean; sameSite: "lax"; path: "/"; maxAge: number };
};

const DAY = 24 * 3600;
const staffRoles = new Set(["agent", "manager", "admin"]);

/** Staff can do more with a session, so theirs lasts less long. Absolute: use does not prolong it. */
export function sessionSeconds(role: string): number {
  return staffRoles.has(role) ? 7 * DAY : 30 * DAY;
}

export function sessionCookieName(): string {
  return isSecure() ? "__Host-kundig_session" : "kundig_session";
}

/** The session, and two hints for scripts and the page cache. Hints carry no rights. */
export function sessionCookies(token: string, member: { role: string }): Cookie[] {
  const maxAge = sessionSeconds(member.role);
  return [
    cookie(sessionCookieName(), token, maxAge, true),
    cookie("kundig_in", "1", maxAge, false),
    staffRoles.has(member.role) ? cookie("kundig_staff", "1", maxAge, false) : cookie("kundig_staff", "", 0, false),
  ];
}

export function signedOutCookies(): Cookie[] {
  return [
    cookie(sessionCookieName(), "", 0, true),
    cookie("kundig_in", "", 0, false),
    cookie("kundig_staff", "", 0, false),
  ];
}

/** The cookie as a Set-Cookie line, for answers that are not made by Next. */
export function setCookieLine({ name, value, options }: Cookie): string {
  return [
    `${name}=${value}`,
    `Path=${options.path}`,
    `Max-Age=${options.maxAge}`,
    "SameSite=Lax",
    ...(options.httpOnly ? ["HttpOnly"] : []),
    ...(options.secure ? ["Secure"] : []),
  ].join("; ");
}

/** The session token in a Cookie header; undefined when there is none, or nothing that could be one. */
export function sessionTokenFrom(cookieHeader: string | undefined | null): string | undefined {
  if (!cookieHeader) return undefined;
  const start = `${sessionCookieName()}=`;
  for (const part of cookieHeader.split(";")) {
    const text = part.trim();
    if (text.startsWith(start)) return text.slice(start.length) || undefined;
  }
  return undefined;
}

function isSecure(): boolean {
  return publicUrl().startsWith("https:");
}

function cookie(name: string, value: string, maxAge: number, httpOnly: boolean): Cookie {
  return { name, value, options: { httpOnly, secure: isSecure(), sameSite: "lax", path: "/", maxAge } };
}
