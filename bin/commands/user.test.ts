import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { testDatabase } from "@/db/testing";
import { visitor } from "@/lib/members/actor";
import { signIn } from "@/lib/members/sign-in";
import { actorFromAccessToken } from "@/lib/platform/auth/actor-from-access-token";
import { run as runToken } from "./token";
import { run as runUser } from "./user";

testDatabase();

let printed: string[] = [];
let complained: string[] = [];

beforeEach(() => {
  printed = [];
  complained = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, "error").mockImplementation((line: string) => void complained.push(line));
});
afterEach(() => void vi.restoreAllMocks());

const anna = ["create", "--email", "Anna@Example.com", "--name", "Anna Berg", "--password", "Seven quiet dryers"];

describe("user create", () => {
  it("makes an account one can sign in to, and says what a second run changed", async () => {
    expect(await runUser([...anna, "--role", "agent"])).toBe(0);
    expect(printed.at(-1)).toBe("Created Anna@Example.com as agent, /u/anna-berg.");
    const device = { address: "192.0.2.1", userAgent: "" };
    expect(await signIn(visitor, { email: "anna@example.com", password: "Seven quiet dryers" }, device)).toMatchObject({ member: { role: "agent" } });
    expect(await runUser(["create", "--email", "anna@example.com", "--name", "Anna B.", "--role", "manager"])).toBe(0);
    expect(printed.at(-1)).toBe("anna@example.com was there already, /u/anna-berg. Changed: name, role.");
    expect(await runUser(["create", "--email", "anna@example.com", "--name", "Anna B.", "--role", "manager"])).toBe(0);
    expect(printed.at(-1)).toContain("Nothing to change");
  });

  it("names every mistake and how it is meant", async () => {
    expect(await runUser(["create", "--email", "nonsense", "--role", "king"])).toBe(1);
    expect(complained.join("\n")).toMatch(/--email: .*\n--name: .*\n--role: .*\nuser create --email/);
    expect(await runUser(["delete"])).toBe(1);
  });
});

describe("token create", () => {
  it("prints a working token as its last word", async () => {
    expect(await runToken(["create", "--email", "anna@example.com", "--name", "backup script"])).toBe(0);
    const token = printed.at(-1)?.split(/\s+/).at(-1) ?? "";
    expect(await actorFromAccessToken(token)).toMatchObject({ kind: "member", name: "anna-berg" });
  });

  it("needs an account and a name", async () => {
    expect(await runToken(["create", "--email", "nobody@example.com", "--name", "x"])).toBe(1);
    expect(complained.at(-1)).toContain("Nobody has the address");
    expect(await runToken(["create", "--email", "anna@example.com"])).toBe(1);
    expect(printed).toEqual([]);
  });
});
