import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { conversations, members } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { type CanaryWorld, plantCanaries } from "@/db/testing/canaries";
import { auditOf } from "@/db/testing/traces";
import { closeConversation } from "@/lib/conversations/close-conversation";
import { holdConversation } from "@/lib/holds/hold-conversation";
import { liftHold } from "@/lib/holds/lift-hold";
import { indexChanges } from "@/lib/search/index-changes";
import { getThread } from "@/lib/threads/get-thread";
import { visitor } from "./actor";
import { deleteAccount } from "./delete-account";
import { eraseAccounts } from "./erase-accounts";
import { getProfile } from "./get-profile";
import { refreshName } from "./refresh-name";

testDatabase();

let world: CanaryWorld;
const folder = mkdtempSync(join(tmpdir(), "kundig-erasing-"));
beforeAll(async () => {
  process.env.KUNDIG_DATA_DIR = folder;
  world = await plantCanaries();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Which of the marked texts stand anywhere in the database. */
async function standing(): Promise<string[]> {
  const { rows } = await db.execute<{ text: string }>(sql`
    select lower(query_to_xml(format('select entry::text from %I as entry', table_name), false, false, '')::text) as text
    from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`);
  const all = rows.map(({ text }) => text).join();
  return world.canaries.filter(({ text }) => all.includes(text)).map(({ what }) => what);
}

test("an account is closed at once by who proves to be its owner, once they have stopped talking to us", async () => {
  const { asker, agent, manager, other } = world.people;
  for (const actor of [visitor, agent, manager]) await expect(deleteAccount(actor, { current: "x" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(deleteAccount(other, { current: "somebody" })).rejects.toMatchObject({ code: "invalid_input" });
  await db.update(members).set({ passwordHash: null }).where(eq(members.id, asker.id));
  await expect(deleteAccount(asker, { current: asker.name })).rejects.toMatchObject({ code: "still_talking" });
  await closeConversation(agent, world.ids.conversation, { disposition: "private", reason: "Came by himself" });
  await deleteAccount(asker, { current: asker.name });
  expect(await getProfile(visitor, asker.name)).toBeNull();
  expect(await auditOf("member", asker.id)).toContain("member.deleted");
});

test("while it is held nothing is erased; then nothing says who it was, and what was public stays", async () => {
  const { asker, manager } = world.people;
  const { other } = world.people;
  await db.update(members).set({ deactivatedAt: new Date() }).where(eq(members.id, other.id));
  const hold = await holdConversation(manager, world.ids.conversation, { reason: "A dispute about the door" });
  await eraseAccounts();
  expect(await standing()).toEqual(expect.arrayContaining(["address of asker", "message of the asker"]));
  await liftHold(manager, hold.id);
  await eraseAccounts();
  await eraseAccounts();
  await refreshName({ memberId: asker.id });
  await indexChanges();
  // What the agents' screens were told is forgotten after a week.
  await db.execute(sql`delete from member_events`);
  const own = (what: string) => /asker|^(held|hidden|deleted) |flagged|searched|file name|unconsented|letter/.test(what);
  // Why a moderator hid a post is the moderator's; a tag is everybody's.
  expect((await standing()).filter((what) => own(what) && !/cause|tag$/.test(what))).toEqual([]);
  const { rows } = await db.execute<{ found: string }>(sql`
    select table_name as found from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
      and query_to_xml(format('select 1 as hit from %I as entry where entry::text like %L limit 1', table_name, ${`%${asker.name}%`}::text), false, false, '')::text like '%hit%'`);
  expect(rows).toEqual([]);
  expect(await auditOf("member", asker.id)).toContain("member.erased");
  expect(await auditOf("member", other.id), "closed by the company, not deleted").not.toContain("member.erased");
  expect(await getThread(visitor, { id: world.ids.welcome })).toMatchObject({ title: `A drum that hums ${world.mark}`, author: { displayName: "Former member" } });
  const [skeleton] = await db.select().from(conversations).where(eq(conversations.id, world.ids.conversation));
  expect(skeleton).toMatchObject({ state: "closed", disposition: "private", dispositionReason: null });
  expect(skeleton?.closedAt).not.toBeNull();
});
