import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { is } from "drizzle-orm";
import { getTableConfig, type PgColumn, PgTable } from "drizzle-orm/pg-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import * as schema from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { type CanaryWorld, leaksIn, plantCanaries } from "@/db/testing/canaries";
import { auditOf, jobsNamed } from "@/db/testing/traces";
import { chooseAvatar } from "@/lib/files/choose-avatar";
import { getFile } from "@/lib/files/get-file";
import { visitor } from "@/lib/members/actor";
import { listNotifications } from "@/lib/notifications/list-notifications";
import { setClock } from "@/lib/platform/clock";
import { readStored } from "@/lib/platform/files/storage";
import { askForExport } from "./ask-for-export";
import { exportParts, leftOut } from "./export-parts";
import { forgetExports } from "./forget-exports";
import { getExport } from "./get-export";
import { makeExport } from "./make-export";
import { readOwnData } from "./read-own-data";

testDatabase();

let world: CanaryWorld;
const folder = mkdtempSync(join(tmpdir(), "kundig-export-"));
beforeAll(async () => {
  process.env.KUNDIG_DATA_DIR = folder;
  world = await plantCanaries();
}, 60_000);
afterEach(() => setClock(null));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const nameOf = (column: PgColumn) => `${getTableConfig(column.table).name}.${column.name}`;

test("every column that names a member is in the export, or is left out for a reason", () => {
  // Without a reference in the database; whatever else is named like an id names somebody.
  const noPeople = /^(thread|endedThread|answer|linkedAnswer|article|linkedArticle|liveRevision|stagedRevision|conversation|category|doc|local|target|replaces)Id$/;
  const naming = Object.values(schema).flatMap((table) => {
    if (!is(table, PgTable)) return [];
    const { columns, foreignKeys } = getTableConfig(table);
    const references = foreignKeys.map((key) => key.reference());
    const people = references.filter(({ foreignTable }) => foreignTable === schema.members).flatMap((key) => key.columns);
    const referring = references.flatMap((key) => key.columns);
    return [...people, ...columns.filter((column) => column.columnType === "PgBigInt53" && /Id$/.test(column.name) && !noPeople.test(column.name) && !referring.includes(column))];
  });
  const known = [...Object.values(exportParts).map(({ by }) => by), ...leftOut.flatMap(({ columns }) => columns)].filter((column) => column !== schema.members.id);
  expect(known.map(nameOf).sort()).toEqual(naming.map(nameOf).sort());
});

const own = {
  asker: [
    "held title", "held tag", "hidden fact", "deleted answer", "held comment", "words searched for", "message of the asker", "message of the agent",
    "file name", "unconsented words", "reason of a decision", "reason of a sanction", "text of a letter", "token name of asker",
  ],
  other: ["title before an edit", "body before an edit", "withdrawn body", "withdrawn answer", "members title", "note of an open flag"],
  agent: ["staff title", "draft guide title"],
};

test.each(["asker", "other", "agent"] as const)("what %s is given holds what is theirs and nothing that others may not tell them", async (role) => {
  const text = JSON.stringify(await readOwnData(world.people[role].id)).toLowerCase();
  expect(leaksIn(text, role, world)).toEqual([]);
  const given = world.canaries.filter((canary) => own[role].includes(canary.what) && text.includes(canary.text));
  expect(given.map(({ what }) => what).sort()).toEqual(own[role].sort());
});

test("it is made once, told, for nobody else, and gone after a week", async () => {
  const { asker, other, manager } = world.people;
  await expect(askForExport(visitor)).rejects.toMatchObject({ code: "forbidden" });
  expect(await getExport(asker)).toEqual({ state: "none" });
  await Promise.all([askForExport(asker), askForExport(asker)]);
  await askForExport(asker);
  expect(await jobsNamed("export.asked")).toEqual([{ memberId: asker.id }]);
  expect(await getExport(asker)).toMatchObject({ state: "making" });

  await Promise.all([makeExport({ memberId: asker.id }), makeExport({ memberId: asker.id })]);
  const ready = await getExport(asker);
  if (ready.state !== "ready") throw new Error(ready.state);
  const id = ready.url.replace("/files/", "");
  const told = async () => (await listNotifications(asker)).items.filter(({ kind }) => kind === "export_ready");
  expect(await told()).toMatchObject([{ path: "/me/data" }]);
  expect(await auditOf("member", asker.id)).toEqual(expect.arrayContaining(["export.asked", "export.made"]));
  expect(await getFile(asker, id)).toMatchObject({ mime: "application/json", size: ready.size, shared: false });
  for (const reader of [other, manager, visitor]) expect(await getFile(reader, id)).toBeNull();
  await expect(chooseAvatar(asker, { fileId: id })).rejects.toMatchObject({ code: "not_found" });
  expect(JSON.parse(String(await readStored(id)))).toMatchObject({ profile: [{ name: asker.name }], conversations: [{ id: world.ids.conversation }] });

  await askForExport(asker);
  expect(await getFile(asker, id)).toBeNull();
  await makeExport({ memberId: asker.id });
  expect(await told()).toHaveLength(2);
  await forgetExports();
  expect(await getExport(asker)).toMatchObject({ state: "ready" });
  setClock(new Date(Date.now() + 7.1 * 86_400_000));
  await forgetExports();
  expect(await getExport(asker)).toEqual({ state: "none" });
  expect((await jobsNamed("file.dropped")).length).toBeGreaterThanOrEqual(2);
});
