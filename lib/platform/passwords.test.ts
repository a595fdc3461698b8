import { hash } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { checkPassword } from "./check-password";
import { TooMany } from "./errors";
import { hashPassword, needsRehash, verifyPassword } from "./passwords";

describe("passwords", () => {
  it("are hashed with argon2id and found again exactly as typed", async () => {
    const stored = await hashPassword("Grüße aus Zürich 7");
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await verifyPassword(stored, "Grüße aus Zürich 7")).toBe(true);
    expect(await verifyPassword(stored, "Grüße aus Zürich 7 ")).toBe(false);
    expect(await verifyPassword(stored, "Grüße aus Zürich 7".normalize("NFD"))).toBe(false);
  });

  it("ask for a new hash when theirs is older", async () => {
    const old = await hash("a good old password", { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    expect(await verifyPassword(old, "a good old password")).toBe(true);
    expect(needsRehash(old)).toBe(true);
    expect(needsRehash(await hashPassword("a good new password"))).toBe(false);
  });

  // Processor time, here as below: what else the machine does is not measured.
  it("of nobody are never right and take as long as a wrong one", async () => {
    const stored = await hashPassword("somebody's password");
    const time = async (hashOrNull: string | null): Promise<number> => {
      const before = process.cpuUsage();
      for (let run = 0; run < 5; run++)
        expect(await verifyPassword(hashOrNull, "wrong password")).toBe(false);
      return process.cpuUsage(before).user;
    };
    await time(null);
    const [known, unknown] = [await time(stored), await time(null)];
    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
  });

  it("refuse a broken hash instead of failing", async () => {
    expect(await verifyPassword("not a hash", "x")).toBe(false);
  });

  it("send a flood away instead of queueing it without end", async () => {
    const all = await Promise.allSettled(Array.from({ length: 60 }, () => verifyPassword("not a hash", "x")));
    const refused = all.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(18);
    expect(refused[0]?.reason).toBeInstanceOf(TooMany);
  });
});

describe("checkPassword", () => {
  const anna = ["anna.keller@mail.example", "Anna Keller"];

  it.each([
    "eine Brücke im Nebel",
    "correct battery kitten",
    "vT9#kq2!xLmw",
    "mein Nachbar hört Jazz",
    "8351 9274 6520 47",
    "🐳🌵🚲🎻🧊🪁🧭🥨🛶🪵🧵🪀",
  ])("takes %s", (password) => expect(checkPassword(password, anna)).toBeNull());

  it.each([
    ["kurz", "error.password.tooShort"],
    ["elf Zeichen", "error.password.tooShort"],
    ["x".repeat(257), "error.password.tooLong"],
    ["password12345", "error.password.common"],
    ["P4ssw0rt!2026", "error.password.common"],
    ["Nordhang2026!!", "error.password.common"],
    ["SommerSommer26", "error.password.common"],
    ["willkommen123456", "error.password.common"],
    ["qwertzuiopas", "error.password.common"],
    ["123456789012", "error.password.common"],
    ["abcdefghijklm", "error.password.common"],
    ["aaaaaaaaaaaa", "error.password.common"],
    ["abcabcabcabc", "error.password.common"],
    ["annakeller1987", "error.password.personal"],
    ["Keller!Anna!12", "error.password.personal"],
  ])("refuses %s", (password, key) => expect(checkPassword(password, anna)?.key).toBe(key));

  it("asks for no kinds of characters", () => {
    expect(checkPassword("vier gruene wolken", anna)).toBeNull();
  });
});
