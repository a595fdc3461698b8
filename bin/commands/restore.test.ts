import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { closeDatabase, db } from "@/db/client";
import { members } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeMember } from "@/db/testing/factories";
import { deleteAccount } from "@/lib/members/delete-account";
import { FORMER } from "@/lib/members/permissions";
import { writeBackup } from "@/lib/platform/backup/write-backup";
import { run } from "./restore";

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "kundig-restore-"));
const file = join(folder, "kundig.tar.gz");
const printed: string[] = [];
beforeEach(() => {
  process.env.KUNDIG_DATA_DIR = folder;
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => void vi.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a backup brings nobody back who had deleted their account", async () => {
  const leaver = await makeMember({ name: "leaver" });
  await makeMember({ name: "stayer" });
  await deleteAccount(leaver, { current: "leaver" });
  await writeBackup(database.url(), file);
  await closeDatabase();
  process.env.KUNDIG_EMBEDDED = "1";
  expect(await run([file, "--force"])).toBe(0);
  expect(printed.join("\n")).toContain("Whoever deleted their account after that has it again");
  const names = await db.select({ name: members.name }).from(members);
  expect(names.map(({ name }) => name).sort()).toEqual([`${FORMER}${leaver.id}`, "stayer"].sort());
  const [row] = await db.select().from(members).where(eq(members.id, leaver.id));
  expect(row).toMatchObject({ email: null, bio: "" });
});

test("what is there is replaced only where it is the embedded database", async () => {
  delete process.env.KUNDIG_EMBEDDED;
  await expect(run([file])).rejects.toThrow(/not empty/);
  await expect(run([file, "--force"])).rejects.toThrow(/embedded/);
  expect(await run([])).toBe(2);
});
