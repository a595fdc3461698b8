import sharp from "sharp";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { files } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeMember } from "@/db/testing/factories";
import { auditOf, jobsNamed } from "@/db/testing/traces";
import { type Member, visitor } from "@/lib/members/actor";
import { getProfile } from "@/lib/members/get-profile";
import { Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { readStored } from "@/lib/platform/files/storage";
import { chooseAvatar } from "./choose-avatar";
import { getFile } from "./get-file";
import { uploadFile } from "./upload-file";

testDatabase();

let member: Member;
let other: Member;
let photo: Buffer;
const shown = async () => (await getProfile(visitor, member.name))?.avatarFileId;

beforeAll(async () => {
  member = await makeMember();
  other = await makeMember();
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#0a5560" } })
    .withExif({ IFD0: { Artist: "Somebody" }, IFD3: { GPSLatitude: "52/1 31/1 0/1" } })
    .jpeg()
    .toBuffer();
});

describe("chooseAvatar", () => {
  test("shows a square of the picture without its hidden data, goes back to the letters, and back again", async () => {
    const { id } = await uploadFile(member, { name: "me.jpg", data: photo, square: true });
    expect(await chooseAvatar(member, { fileId: id })).toEqual({ fileId: id, before: null });
    expect(await shown()).toBe(id);
    expect(await getFile(visitor, id)).toMatchObject({ shared: true });
    const { width, height, exif } = await sharp((await readStored(id)) ?? undefined).metadata();
    expect({ width, height, exif }).toEqual({ width: 288, height: 288, exif: undefined });
    expect(await chooseAvatar(member, { fileId: null })).toEqual({ fileId: null, before: id });
    expect(await shown()).toBeNull();
    await chooseAvatar(member, { fileId: id });
    await chooseAvatar(member, { fileId: id });
    expect(await shown()).toBe(id);
    expect(await auditOf("member", member.id)).toEqual(["member.avatar_chosen", "member.avatar_removed", "member.avatar_chosen"]);
    expect(await jobsNamed("member.renamed")).toContainEqual({ memberId: member.id });
  });

  test("refuses visitors, pictures of others, those of a conversation, and what is none", async () => {
    const { id } = await uploadFile(other, { name: "theirs.jpg", data: photo });
    const mine = await uploadFile(member, { name: "chat.jpg", data: photo });
    await db.update(files).set({ conversationId: 1 }).where(eq(files.id, mine.id));
    await expect(chooseAvatar(visitor, { fileId: null })).rejects.toBeInstanceOf(Forbidden);
    for (const fileId of [id, mine.id, "nothing"]) await expect(chooseAvatar(member, { fileId })).rejects.toBeInstanceOf(NotFound);
    for (const fileId of ["", 7, undefined]) await expect(chooseAvatar(member, { fileId })).rejects.toBeInstanceOf(InvalidInput);
  });
});
