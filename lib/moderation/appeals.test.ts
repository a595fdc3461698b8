import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { answers, cases, flags, members, sanctions } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { auditOf, jobsNamed } from "@/db/testing/traces";
import { type Member, visitor } from "@/lib/members/actor";
import { Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { decideAppeal } from "./decide-appeal";
import { decideCase } from "./decide-case";
import { flagPost } from "./flag-post";
import { getMyDecision, getMySanction } from "./get-decision";
import { listAppeals } from "./list-appeals";
import { postAppeal } from "./post-appeal";
import { sanctionMember } from "./sanction-member";
import { takeBackDecision } from "./take-back-decision";

testDatabase();

let author: Member;
let reporter: Member;
let first: Member;
let second: Member;
let agent: Member;
let answerId: number;
let caseId: number;
let decisionId: number;

beforeAll(async () => {
  await makeCategory({ slug: "washing" });
  author = await makeMember();
  reporter = await makeMember();
  first = await makeMember({ role: "manager" });
  second = await makeMember({ role: "manager" });
  agent = await makeMember({ role: "agent" });
});

beforeEach(async () => {
  const { id } = await makeThread(reporter, { category: "washing" });
  answerId = await makeAnswer(author, id, "My dealer had the part.");
  await flagPost(reporter, { targetKind: "answer", targetId: answerId, reason: "spam" });
  const [open] = await db.select({ id: cases.id }).from(cases).where(eq(cases.targetId, answerId));
  caseId = open?.id ?? 0;
  decisionId = (await decideCase(first, caseId, { action: "hide", reason: "Advertising." })).id;
});

const text = "I only named the dealer who had the part.";
const answer = "You are right, naming a dealer is fine here.";
const status = async () => (await db.select({ status: answers.status }).from(answers).where(eq(answers.id, answerId)))[0]?.status;

describe("postAppeal", () => {
  test("works once, for the one concerned, even while suspended", async () => {
    const paused: Member = { ...author, suspendedUntil: new Date(Date.now() + 60_000) };
    const { id } = await postAppeal(paused, { decisionId, text });
    expect((await getMyDecision(author, decisionId))?.appeal).toMatchObject({ state: "open", text });
    expect(await auditOf("appeal", id)).toEqual(["appeal.posted"]);
    expect(await jobsNamed("appeal.posted")).toContainEqual({ appealId: id });
    await expect(postAppeal(author, { decisionId, text })).rejects.toMatchObject({ code: "already_appealed" });
    await expect(takeBackDecision(first, caseId)).rejects.toMatchObject({ code: "appealed" });
  });

  test("refuses visitors, strangers and nonsense", async () => {
    await expect(postAppeal(visitor, { decisionId, text })).rejects.toBeInstanceOf(Forbidden);
    await expect(postAppeal(reporter, { decisionId, text })).rejects.toBeInstanceOf(NotFound);
    await expect(postAppeal(author, { decisionId, text: "No!" })).rejects.toBeInstanceOf(InvalidInput);
    await expect(postAppeal(author, { text })).rejects.toBeInstanceOf(InvalidInput);
    await expect(postAppeal(author, { decisionId, sanctionId: 1, text })).rejects.toBeInstanceOf(InvalidInput);
  });
});

describe("decideAppeal", () => {
  test("granted by somebody else: the post is back and the report counts as wrong", async () => {
    const { id } = await postAppeal(author, { decisionId, text });
    await decideAppeal(second, id, { granted: true, answer });
    expect(await status()).toBe("published");
    expect((await getMyDecision(author, decisionId))?.appeal).toEqual({ state: "granted", text, answer });
    const [flag] = await db.select().from(flags).where(eq(flags.caseId, caseId));
    expect(flag?.upheld).toBe("no");
    expect(await auditOf("appeal", id)).toEqual(["appeal.posted", "appeal.granted"]);
    await expect(decideAppeal(second, id, { granted: false, answer })).rejects.toMatchObject({ code: "already_decided" });
  });

  test("refused: the post stays away", async () => {
    const { id } = await postAppeal(author, { decisionId, text });
    await decideAppeal(second, id, { granted: false, answer: "It was an advert with a voucher code." });
    expect(await status()).toBe("hidden");
    expect((await getMyDecision(author, decisionId))?.appeal?.state).toBe("refused");
  });

  test("is refused to the first decider, to agents and without an answer", async () => {
    const { id } = await postAppeal(author, { decisionId, text });
    await expect(decideAppeal(first, id, { granted: true, answer })).rejects.toMatchObject({ sentence: { key: "error.moderation.samePerson" } });
    await expect(decideAppeal(agent, id, { granted: true, answer })).rejects.toBeInstanceOf(Forbidden);
    await expect(decideAppeal(author, id, { granted: true, answer })).rejects.toBeInstanceOf(Forbidden);
    await expect(decideAppeal(second, id, { granted: true, answer: "" })).rejects.toBeInstanceOf(InvalidInput);
    await expect(decideAppeal(second, 999_999, { granted: true, answer })).rejects.toBeInstanceOf(NotFound);
    expect(await status()).toBe("hidden");
    const seen = await listAppeals(first);
    expect(seen.find((row) => row.id === id)).toMatchObject({ can: { decide: false }, about: { kind: "decision", by: first.displayName } });
    expect((await listAppeals(second)).find((row) => row.id === id)?.can.decide).toBe(true);
    await expect(listAppeals(author)).rejects.toBeInstanceOf(Forbidden);
  });
});

describe("sanctionMember", () => {
  const suspension = { kind: "suspension", days: 3, rule: "4. No advertising", reason: "Adverts in three questions." };

  test("suspends, tells the member why, and a granted appeal lifts only this one", async () => {
    const member = await makeMember();
    const { id } = await sanctionMember(first, { ...suspension, member: member.name });
    const longer = await sanctionMember(first, { ...suspension, days: 30, member: member.name });
    expect(await getMySanction(member, id)).toMatchObject({ kind: "suspension", reason: suspension.reason });
    expect(await getMySanction(author, id)).toBeNull();
    expect(await auditOf("member", member.id)).toEqual(["member.suspension", "member.suspension"]);
    const appeal = await postAppeal(member, { sanctionId: longer.id, text });
    await expect(decideAppeal(first, appeal.id, { granted: true, answer })).rejects.toBeInstanceOf(Forbidden);
    await decideAppeal(second, appeal.id, { granted: true, answer });
    const [row] = await db.select({ until: members.suspendedUntil }).from(members).where(eq(members.id, member.id));
    const [other] = await db.select({ until: sanctions.until }).from(sanctions).where(eq(sanctions.id, id));
    expect(row?.until).toEqual(other?.until);
  });

  test("refuses agents, oneself, those above, unknown people and half a suspension", async () => {
    const admin = await makeMember({ role: "admin" });
    await expect(sanctionMember(agent, { ...suspension, member: author.name })).rejects.toBeInstanceOf(Forbidden);
    await expect(sanctionMember(first, { ...suspension, member: first.name })).rejects.toBeInstanceOf(Forbidden);
    await expect(sanctionMember(first, { ...suspension, member: admin.name })).rejects.toBeInstanceOf(Forbidden);
    await expect(sanctionMember(first, { ...suspension, member: "nobody-here" })).rejects.toBeInstanceOf(NotFound);
    await expect(sanctionMember(first, { ...suspension, days: undefined, member: author.name })).rejects.toBeInstanceOf(InvalidInput);
    await expect(sanctionMember(first, { ...suspension, reason: "", member: author.name })).rejects.toBeInstanceOf(InvalidInput);
    await expect(sanctionMember({ ...first, suspendedUntil: new Date(Date.now() + 60_000) }, { ...suspension, member: author.name })).rejects.toBeInstanceOf(Forbidden);
  });
});
