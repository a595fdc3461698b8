import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pool } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { TooMany } from "./errors";
import { networkOf } from "./network-of";
import { clearRateLimits, consume, forgive } from "./rate-limit";
import { limits } from "./rate-limits";

testDatabase();

async function refusal(work: Promise<void>): Promise<TooMany | null> {
  return work.then(
    () => null,
    (error: unknown) => {
      if (error instanceof TooMany) return error;
      throw error;
    },
  );
}

describe("consume", () => {
  it("lets exactly so many through, also 200 at the same moment", async () => {
    const all = await Promise.all(Array.from({ length: 200 }, () => refusal(consume("vote", "member:1"))));
    expect(all.filter((one) => one === null)).toHaveLength(limits.vote.windows[0].points);
  });

  it("says when to come again", async () => {
    const [{ points, seconds }] = limits.post.windows;
    for (let turn = 0; turn < points; turn++) await consume("post", "member:2");
    const refused = await refusal(consume("post", "member:2"));
    expect(refused?.retryAfterSeconds).toBeGreaterThan(seconds - 10);
    expect(refused?.retryAfterSeconds).toBeLessThanOrEqual(seconds);
    expect(await refusal(consume("post", "member:3"))).toBeNull();
  });

  it("counts kinds apart and holds every window of a kind", async () => {
    await consume("post", "member:4", limits.post.windows[0].points);
    expect(await refusal(consume("vote", "member:4"))).toBeNull();
    const [{ points, seconds }] = limits.signInAddress.windows;
    for (let turn = 0; turn < points; turn++) await consume("signInAddress", "192.0.2.1");
    expect((await refusal(consume("signInAddress", "192.0.2.1")))?.retryAfterSeconds).toBeLessThanOrEqual(
      seconds,
    );
  });

  it("counts an IPv6 line by its /64", async () => {
    for (let turn = 0; turn < limits.signUp.windows[0].points; turn++)
      await consume("signUp", `2001:db8:1:2::${turn}`);
    expect(await refusal(consume("signUp", "2001:db8:1:2:ffff::1"))).not.toBeNull();
    const { rows } = await pool().query("select 1 from rate_limits where key like '%2001:db8%' or key like '%192.0.2.%'");
    expect(rows, "nobody's address is written down").toEqual([]);
    expect(await refusal(consume("signUp", "2001:db8:1:3::1"))).toBeNull();
  });

  it("forgives", async () => {
    await consume("signInAccount", "anna@mail.example", limits.signInAccount.windows[0].points);
    expect(await refusal(consume("signInAccount", "anna@mail.example"))).not.toBeNull();
    await forgive("signInAccount", "anna@mail.example");
    expect(await refusal(consume("signInAccount", "anna@mail.example"))).toBeNull();
  });

  it("takes long keys and several points", async () => {
    const key = "x".repeat(5_000);
    await consume("uploadKilobytes", key, limits.uploadKilobytes.windows[0].points);
    expect(await refusal(consume("uploadKilobytes", key, 1))).not.toBeNull();
  });

  it("keeps accounts shut and everything else open while it cannot count", async () => {
    await pool().query("alter table rate_limits rename to rate_limits_gone");
    try {
      expect(await refusal(consume("signInAddress", "192.0.2.9"))).not.toBeNull();
      expect(await refusal(consume("search", "member:9"))).toBeNull();
    } finally {
      await pool().query("alter table rate_limits_gone rename to rate_limits");
    }
  });

  it("clears what ended long ago", async () => {
    await consume("vote", "member:77");
    await pool().query("update rate_limits set expire = 1 where key like 'vote%77'");
    await clearRateLimits();
    const { rows } = await pool().query("select key from rate_limits where key like 'vote%77'");
    expect(rows).toEqual([]);
  });
});

describe("networkOf", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:0DB8:0000:0000:aaaa::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["2001:db8:1:2::192.0.2.1", "2001:db8:1:2::/64"],
  ])("of %s is %s", (address, network) => expect(networkOf(address)).toBe(network));

  it("is the same for the whole /64", () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
    fc.assert(
      fc.property(
        fc.tuple(group, group, group, group),
        fc.tuple(group, group, group, group),
        (head, tail) => {
          expect(networkOf([...head, ...tail].join(":"))).toBe(networkOf(`${head.join(":")}:1:1:1:1`));
        },
      ),
    );
  });
});
