import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeChat, makeChatPlace } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { pixel } from "@/db/testing/pixel";
import { visitor } from "@/lib/members/actor";
import { NotFound } from "@/lib/platform/errors";
import { getFile } from "./get-file";
import { uploadFile } from "./upload-file";

testDatabase();

test("a picture of a conversation is only for those who may open the conversation", async () => {
  const place = await makeChatPlace();
  const { asker, agent, conversationId } = await makeChat(place);
  const colleague = await makeAgent(place);
  const elsewhere = await makeAgent(await makeChatPlace());
  const manager = await makeMember({ role: "manager" });
  const member = await makeMember();
  const { id, markdown } = await uploadFile(asker, { name: "E18.png", data: pixel(), conversationId });
  expect(markdown).toBe(`![E18](/files/${id})`);
  for (const reader of [asker, agent, colleague, manager]) expect(await getFile(reader, id)).toMatchObject({ name: "E18.png", shared: false });
  for (const reader of [member, elsewhere, visitor]) expect(await getFile(reader, id)).toBeNull();
  for (const stranger of [member, elsewhere]) await expect(uploadFile(stranger, { name: "x.png", data: pixel(), conversationId })).rejects.toBeInstanceOf(NotFound);
});
