import { afterEach, describe, expect, it } from "vitest";
import { sessionCookieName, sessionCookies, sessionTokenFrom, setCookieLine, signedOutCookies } from "./session-cookies";

afterEach(() => {
  delete process.env.PUBLIC_URL;
});

const token = "t".repeat(43);

describe("session cookies", () => {
  it("work over plain http on this machine", () => {
    const [session, hint] = sessionCookies(token, { role: "member" }).map(setCookieLine);
    expect(session).toBe(`kundig_session=${token}; Path=/; Max-Age=2592000; SameSite=Lax; HttpOnly`);
    expect(hint).toBe("kundig_in=1; Path=/; Max-Age=2592000; SameSite=Lax");
  });

  it("are bound to this host and to TLS once the site has an https address", () => {
    process.env.PUBLIC_URL = "https://community.example";
    for (const cookie of sessionCookies(token, { role: "member" })) expect(setCookieLine(cookie)).toMatch(/; Secure$/);
    expect(sessionCookieName()).toBe("__Host-kundig_session");
  });

  it("tell the page cache about staff, for a shorter time, and take it back", () => {
    const staff = sessionCookies(token, { role: "agent" }).map(setCookieLine);
    expect(staff).toContainEqual("kundig_staff=1; Path=/; Max-Age=604800; SameSite=Lax");
    const member = sessionCookies(token, { role: "expert" }).map(setCookieLine);
    expect(member).toContainEqual(expect.stringMatching(/^kundig_staff=; .*Max-Age=0/));
    for (const cookie of signedOutCookies()) expect(cookie.options.maxAge).toBe(0);
  });

  it("are found among others, never a part of another name", () => {
    expect(sessionTokenFrom(`a=1; kundig_session=${token}; b=2`)).toBe(token);
    expect(sessionTokenFrom(`xkundig_session=${token}`)).toBeUndefined();
    expect(sessionTokenFrom("kundig_session=")).toBeUndefined();
    expect(sessionTokenFrom(undefined)).toBeUndefined();
  });
});
