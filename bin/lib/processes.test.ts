import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addUser, identify, isAlive, isStillAlive, removeUser, withLock } from "./processes.mjs";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "kundig-processes-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const gone = () => spawnSync(process.execPath, ["-e", ""]).pid;

test("knows the living from the dead, and a recycled pid from its former owner", () => {
  expect(isAlive(process.pid)).toBe(true);
  expect(isAlive(gone())).toBe(false);
  expect(isStillAlive(identify(process.pid))).toBe(true);
  expect(isStillAlive(`${process.pid}:1`)).toBe(false);
});

test("lets one at a time through a lock", async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await sleep(20);
    inside -= 1;
  };
  await Promise.all([1, 2, 3, 4].map(() => withLock(join(folder, "lock"), work)));
  expect(most).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test("takes over the lock of a dead process, and frees its own when the work fails", async () => {
  const lock = join(folder, "lock");
  writeFileSync(lock, `${gone()}:1`);
  await expect(withLock(lock, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(existsSync(lock)).toBe(false);
});

test("gives up on a lock that is held too long, and says who holds it", async () => {
  const lock = join(folder, "lock");
  await withLock(lock, async () => {
    await expect(withLock(lock, () => {}, { waitMs: 50 })).rejects.toThrow(
      `is held by process ${process.pid}`,
    );
  });
});

test("counts only the other living users of a folder", () => {
  addUser(folder);
  writeFileSync(join(folder, "1"), identify(1));
  writeFileSync(join(folder, "999999"), "999999:1");
  expect(removeUser(folder)).toBe(1);
  expect(readdirSync(folder)).toEqual(["1"]);
});
