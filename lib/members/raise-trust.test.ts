import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { cases, members } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { auditOf } from "@/db/testing/traces";
import { setAcceptance } from "@/lib/answers/set-acceptance";
import type { Member } from "./actor";
import { raiseTrust } from "./raise-trust";

testDatabase();

let asker: Member;

beforeAll(async () => {
  await makeCategory({ slug: "washing" });
  asker = await makeMember();
});

const trustOf = async (member: Member) => (await db.select().from(members).where(eq(members.id, member.id)))[0]?.trust;

test("two published posts make a new member known, once", async () => {
  const newcomer = await makeMember({ trust: "new" });
  const links = "http://a.example http://b.example http://c.example";
  const { id: threadId } = await makeThread(newcomer, { category: "washing" });
  await makeThread(newcomer, { category: "washing", body: links });
  await raiseTrust({ threadId });
  expect(await trustOf(newcomer)).toBe("new");
  const answerId = await makeAnswer(newcomer, (await makeThread(asker, { category: "washing" })).id);
  await raiseTrust({ threadId, answerId });
  await raiseTrust({ threadId, answerId });
  expect(await trustOf(newcomer)).toBe("known");
  expect(await auditOf("member", newcomer.id)).toEqual(["member.trusted"]);
});

test("three solutions make a helper, unless something was upheld lately", async () => {
  const helper = await makeMember();
  const rude = await makeMember();
  let last = { threadId: 0, answerId: 0 };
  for (let n = 0; n < 3; n++) {
    for (const author of [rude, helper]) {
      const { id: threadId } = await makeThread(asker, { category: "washing" });
      last = { threadId, answerId: await makeAnswer(author, threadId) };
      await setAcceptance(asker, last.answerId, true);
      if (author === rude && n === 0) {
        await db.insert(cases).values({ targetKind: "answer", targetId: last.answerId, state: "upheld", decidedAt: new Date() });
      }
      await raiseTrust(last);
    }
  }
  expect([await trustOf(helper), await trustOf(rude)]).toEqual(["helper", "known"]);
});
