import { expect, test } from "vitest";
import { db } from "@/db/client";
import { files } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeChat, makeChatPlace } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { pixel } from "@/db/testing/pixel";
import { auditOf } from "@/db/testing/traces";
import { visitor } from "@/lib/members/actor";
import { Forbidden, NotFound } from "@/lib/platform/errors";
import { largestFile } from "@/lib/platform/files/file-limits";
import { readStored } from "@/lib/platform/files/storage";
import { getFile } from "./get-file";
import { uploadFile } from "./upload-file";

testDatabase();

const pdf = Buffer.from("%PDF-1.7\n1 0 obj");

test("what is sent along in a conversation is only for those who may open the conversation", async () => {
  const place = await makeChatPlace();
  const { asker, agent, conversationId } = await makeChat(place);
  const colleague = await makeAgent(place);
  const elsewhere = await makeAgent(await makeChatPlace());
  const manager = await makeMember({ role: "manager" });
  const member = await makeMember();
  const picture = await uploadFile(asker, { name: "E18.png", data: pixel(), conversationId });
  expect(picture).toMatchObject({ name: "E18.png", markdown: `![E18](/files/${picture.id})` });
  const bill = await uploadFile(agent, { name: "C:\\Bills\\Bill [2].pdf", data: pdf, conversationId });
  expect(bill).toMatchObject({ name: "Bill [2].pdf", mime: "application/pdf", markdown: `[Bill 2.pdf](/files/${bill.id} "16 bytes")` });
  expect((await readStored(bill.id))?.equals(pdf)).toBe(true);
  expect(await auditOf("file", bill.id)).toEqual(["file.uploaded"]);
  for (const { id } of [picture, bill]) {
    for (const reader of [asker, agent, colleague, manager]) expect(await getFile(reader, id)).toMatchObject({ shared: false });
    for (const reader of [member, elsewhere, visitor]) expect(await getFile(reader, id)).toBeNull();
  }
  for (const stranger of [member, elsewhere]) await expect(uploadFile(stranger, { name: "x.png", data: pixel(), conversationId })).rejects.toBeInstanceOf(NotFound);
  await expect(uploadFile(colleague, { name: "x.png", data: pixel(), conversationId })).rejects.toBeInstanceOf(Forbidden);
});

test("refused is what is no kind we keep, what is too large, and everything but pictures outside a conversation", async () => {
  const { asker, conversationId } = await makeChat(await makeChatPlace());
  const before = await db.$count(files);
  const refusal = (name: string, data: Buffer, within?: number) => uploadFile(asker, { name, data, conversationId: within }).catch((error) => error.fields?.file.key);
  expect(await refusal("page.html", Buffer.from("<script>alert(1)</script>"), conversationId)).toBe("error.file.kind");
  expect(await refusal("bill.pdf", Buffer.from("<script>alert(1)</script>"), conversationId)).toBe("error.file.kind");
  expect(await refusal("bill.pdf", Buffer.concat([pdf, Buffer.alloc(largestFile)]), conversationId)).toBe("error.file.tooLarge");
  expect(await refusal("bill.pdf", pdf)).toBe("error.file.type");
  expect(await db.$count(files)).toBe(before);
});
