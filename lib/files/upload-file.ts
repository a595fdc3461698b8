import { inTransaction, type Tx } from "@/db/client";
import { files } from "@/db/schema";
import { findConversation } from "@/lib/conversations/find-conversation";
import { canWriteMessage } from "@/lib/conversations/permissions";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { InvalidInput } from "@/lib/platform/errors";
import { largestFile } from "@/lib/platform/files/file-limits";
import { forgetNotes } from "@/lib/platform/files/forget-notes";
import { forgetPlace } from "@/lib/platform/files/forget-place";
import { imageType } from "@/lib/platform/files/image-type";
import { keptType } from "@/lib/platform/files/kept-type";
import { processImage } from "@/lib/platform/files/process-image";
import { tooLarge } from "@/lib/platform/files/read-upload";
import { squareImage } from "@/lib/platform/files/square-image";
import { deleteStored, putFile } from "@/lib/platform/files/storage";
import { lineOf } from "@/lib/platform/markdown/file-lines";

export type UploadedFile = { id: string; url: string; name: string; mime: string; size: number; width: number | null; height: number | null; markdown: string };
type Upload = { name: string; data: Buffer; conversationId?: number; square?: boolean };
type Checked = { data: Buffer; extension: string; mime: string; width: number | null; height: number | null };

const NAME_LENGTH = 120;
/** Shown at 72 pixels at most, on screens with up to four dots a pixel. */
const AVATAR_SIDE = 288;

/**
 * Keeps a picture, or in a conversation what is sent along there; then only those in it may see it. The bytes are
 * safe before the row is written, and gone again if it isn't.
 */
export async function uploadFile(actor: Actor, upload: Upload, outer?: Tx): Promise<UploadedFile> {
  const owner = requireMember(actor);
  const { data, extension, mime, width, height } = await checked(upload);
  const { key: id, size, sha256 } = await putFile(data);
  const { conversationId } = upload;
  const name = `${baseName(upload.name) || "file"}.${extension}`;
  try {
    await inTransaction(async (tx) => {
      if (conversationId !== undefined) assertCan(canWriteMessage(owner, await findConversation(tx, actor, conversationId)));
      await tx.insert(files).values({ id, ownerId: owner.id, name, mime, size, width, height, sha256, conversationId, createdAt: now() });
      await recordAudit(tx, actor, "file.uploaded", { kind: "file", id }, { size });
    }, outer);
  } catch (error) {
    await deleteStored(id);
    throw error;
  }
  const url = `/files/${id}`;
  const isPicture = width !== null;
  const markdown = lineOf(isPicture ? { name: baseName(name), url, bytes: null } : { name, url, bytes: size });
  return { id, url, name, mime, size, width, height, markdown };
}

/** Pictures are drawn anew, without places and serial numbers. The rest is kept as it is, but for where it was filmed. */
async function checked({ name, data, conversationId, square }: Upload): Promise<Checked> {
  if (imageType(data)) {
    const whole = await processImage(data);
    const picture = square ? await squareImage(whole, AVATAR_SIDE) : whole;
    return { ...picture, extension: picture.mime === "image/jpeg" ? "jpg" : picture.mime.slice("image/".length) };
  }
  if (data.length > largestFile) throw tooLarge(largestFile);
  const kept = conversationId === undefined ? null : keptType(name, data);
  if (!kept) throw new InvalidInput({ file: { key: conversationId === undefined ? "error.file.type" : "error.file.kind" } });
  return { data: withoutNotes(kept.mime, data), ...kept, width: null, height: null };
}

/** Without where and with what it was taken. A photo that can't be searched for that is not kept. */
function withoutNotes(mime: string, data: Buffer): Buffer {
  if (mime !== "image/heic") return /^video\/(mp4|quicktime)$/.test(mime) ? forgetPlace(data) : data;
  const photo = forgetNotes(data);
  if (!photo) throw new InvalidInput({ file: { key: "error.file.kind" } });
  return photo;
}

/** A name that is only a name: no path, no control or direction signs, nothing after its last point. */
function baseName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  return last.replace(/[\p{Cc}\p{Cf}]/gu, "").replace(/\.[^.]*$/, "").trim().slice(0, NAME_LENGTH);
}
