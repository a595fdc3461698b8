import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { notifications } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeDepartment, makeMember } from "@/db/testing/factories";
import { auditOf } from "@/db/testing/traces";
import { type Member, visitor } from "@/lib/members/actor";
import { notificationSentence } from "@/lib/notifications/notification-kind";
import { approveMacro, refuseMacro } from "./decide-macro";
import { deleteMacro } from "./delete-macro";
import { listMacros, listUsableMacros } from "./list-macros";
import { proposeMacro } from "./propose-macro";
import { saveMacro } from "./save-macro";

testDatabase();

let here: string, elsewhere: string;
let manager: Member, author: Member, colleague: Member, stranger: Member;

beforeAll(async () => {
  const [own, other] = [await makeDepartment(), await makeDepartment()];
  [here, elsewhere] = [own.slug, other.slug];
  manager = await makeMember({ role: "manager" });
  author = await makeMember({ role: "agent", departments: [own.id] });
  colleague = await makeMember({ role: "agent", departments: [own.id] });
  stranger = await makeMember({ role: "agent", departments: [other.id] });
});

const texts = (departments: string[]) => ({ nameDe: "Gruß", nameEn: "Hello", bodyDe: "Guten Tag {{customer}}", bodyEn: "Hello {{customer}}", departments });
const usable = async (member: Member) => (await listUsableMacros(member)).map(({ id }) => id);
const told = async ({ id }: Member) => (await db.select().from(notifications).where(eq(notifications.memberId, id))).map(({ kind, values }) => ({ kind, values }));

test("one's own, proposed, refused with a reason, proposed again and approved for the department", async () => {
  const { id } = await saveMacro(author, texts([here]));
  expect(await usable(author)).toContain(id);
  for (const other of [colleague, manager]) await expect(deleteMacro(other, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(approveMacro(manager, id)).rejects.toMatchObject({ code: "not_found" });

  await proposeMacro(author, id);
  expect(await told(manager)).toMatchObject([{ kind: "macro_proposed", values: { actor: author.displayName, en: "Hello" } }]);
  const [{ values } = { values: {} }] = await told(manager);
  expect(notificationSentence("de", "macro_proposed", values)).toContain("„Gruß“");
  expect((await listMacros(manager)).find((macro) => macro.id === id)?.can).toMatchObject({ decide: true, edit: true });
  expect(await usable(manager)).not.toContain(id);
  await expect(approveMacro(colleague, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(approveMacro(author, id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(proposeMacro(author, id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(refuseMacro(manager, { id, reason: "" })).rejects.toMatchObject({ fields: { reason: expect.anything() } });

  await refuseMacro(manager, { id, reason: "Names the wrong filter." });
  expect(await told(author)).toMatchObject([{ kind: "macro_refused", values: { reason: "Names the wrong filter." } }]);
  expect(await listMacros(author)).toMatchObject([{ state: "refused", reason: "Names the wrong filter." }]);
  await expect(refuseMacro(manager, { id, reason: "Once more." })).rejects.toMatchObject({ code: "not_found" });

  await saveMacro(author, { id, ...texts([here]), nameEn: "Hello there" });
  await proposeMacro(author, id);
  await approveMacro(manager, id);
  await expect(approveMacro(manager, id)).rejects.toMatchObject({ code: "not_proposed" });
  expect(await usable(colleague)).toContain(id);
  expect(await usable(stranger)).not.toContain(id);
  await expect(saveMacro(author, { id, ...texts([here]) })).rejects.toMatchObject({ code: "forbidden" });
  await expect(deleteMacro(author, id)).rejects.toMatchObject({ code: "forbidden" });
  await deleteMacro(manager, id);
  expect(await auditOf("macro", id)).toEqual(
    ["saved", "proposed", "refused", "saved", "proposed", "approved", "deleted"].map((what) => `macro.${what}`),
  );
});

test("what is approved is what was read: a proposal that its author changes is proposed anew", async () => {
  const { id } = await saveMacro(author, texts([here]));
  const stateOf = async () => (await listMacros(author)).find((macro) => macro.id === id)?.state;
  await proposeMacro(author, id);
  await saveMacro(manager, { id, ...texts([here]), bodyEn: "Better said." });
  expect(await stateOf()).toBe("proposed");
  await saveMacro(author, { id, ...texts([here]), bodyEn: "Something else." });
  expect(await stateOf()).toBe("own");
  await expect(approveMacro(manager, id)).rejects.toMatchObject({ code: "not_found" });
  await proposeMacro(author, id);
  await approveMacro(manager, id);
});

test("managers write for everybody at once, agents for their departments only", async () => {
  const { id } = await saveMacro(manager, { ...texts([]), approved: true });
  for (const member of [author, stranger, manager]) expect(await usable(member)).toContain(id);
  const own = await saveMacro(author, { ...texts([here]), approved: true });
  expect((await listMacros(author)).find((macro) => macro.id === own.id)?.state).toBe("own");
  const forNobody = await saveMacro(author, texts([]));
  await expect(proposeMacro(author, forNobody.id)).rejects.toMatchObject({ fields: { departments: { key: "error.macro.forWhom" } } });
});

test("customers have none, and odd input is refused", async () => {
  for (const outside of [visitor, await makeMember(), await makeMember({ role: "agent", suspendedUntil: new Date(Date.now() + 60_000) })]) {
    await expect(saveMacro(outside, texts([]))).rejects.toMatchObject({ code: "forbidden" });
    await expect(listMacros(outside)).rejects.toMatchObject({ code: "forbidden" });
    await expect(proposeMacro(outside, 1)).rejects.toMatchObject({ code: "forbidden" });
  }
  await expect(saveMacro(author, texts([elsewhere]))).rejects.toMatchObject({ fields: { departments: expect.anything() } });
  await expect(saveMacro(manager, texts(["nowhere"]))).rejects.toMatchObject({ fields: { departments: expect.anything() } });
  await expect(saveMacro(author, { ...texts([here]), bodyEn: "" })).rejects.toMatchObject({ fields: { bodyEn: expect.anything() } });
  await expect(saveMacro(manager, { id: 999_999, ...texts([]) })).rejects.toMatchObject({ code: "not_found" });
});
