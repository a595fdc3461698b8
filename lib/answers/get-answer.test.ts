import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { getComment } from "@/lib/comments/get-comment";
import { postComment } from "@/lib/comments/post-comment";
import { visitor } from "@/lib/members/actor";
import { getAnswer } from "./get-answer";

testDatabase();

test("whoever edits gets the words as they were written; others learn that they may not, or that there is nothing", async () => {
  await makeCategory({ slug: "open" });
  await makeCategory({ slug: "closed", audience: "staff" });
  const [author, other, agent] = [await makeMember(), await makeMember(), await makeMember({ role: "agent" })];
  const thread = await makeThread(other, { category: "open" });
  const answer = await makeAnswer(author, thread.id, "Turn **it** off.");
  const comment = await postComment(author, { answerId: answer, body: "And on *again*." });

  expect(await getAnswer(author, answer)).toMatchObject({ body: "Turn **it** off.", version: 1, canEdit: true, thread: { id: thread.id } });
  expect(await getComment(author, comment.id)).toMatchObject({ body: "And on *again*.", canEdit: true });
  expect(await getAnswer(agent, answer)).toMatchObject({ canEdit: true });
  expect(await getAnswer(other, answer)).toMatchObject({ canEdit: false });
  expect(await getComment(visitor, comment.id)).toMatchObject({ canEdit: false });

  const secret = await makeThread(agent, { category: "closed" });
  const hidden = await makeAnswer(agent, secret.id);
  expect(await getAnswer(author, hidden)).toBeNull();
  expect(await getAnswer(author, 999_999)).toBeNull();
  expect(await getComment(author, 999_999)).toBeNull();
});
