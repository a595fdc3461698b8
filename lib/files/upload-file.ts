import { type Tx, inTransaction } from "@/db/client";
import { conversations, files } from "@/db/schema";
import { and, eq, or } from "drizzle-orm";
import type { Actor } from "@/lib/members/actor";
import { requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { InvalidInput, NotFound } from "@/lib/platform/errors";
import { imageType } from "@/lib/platform/files/image-type";
import { processImage } from "@/lib/platform/files/process-image";
import { squareImage } from "@/lib/platform/files/square-image";
import { putFile } from "@/lib/platform/files/storage";

export type UploadedFile = { id: string; url: string; name: string; mime: string; width: number | null; height: number | null; markdown: string };

const NAME_LENGTH = 120;
/** Shown at 72 pixels at most, on screens with up to four dots a pixel. */
const AVATAR_SIDE = 288;

/**
 * Keeps a picture: drawn anew, without places and serial numbers. With a conversation only those in
 * it may see it. The bytes are safe before the row is written.
 */
export async function uploadFile(actor: Actor, upload: { name: string; data: Buffer; conversationId?: number; square?: boolean }, tx?: Tx): Promise<UploadedFile> {
  const owner = requireMember(actor);
  if (!imageType(upload.data)) throw new InvalidInput({ file: { key: "error.file.type" } });
  const whole = await processImage(upload.data);
  const picture = upload.square ? await squareImage(whole, AVATAR_SIDE) : whole;
  const stored = await putFile(picture.data);
  return inTransaction(async (tx) => {
    if (upload.conversationId !== undefined) {
      const [mine] = await tx
        .select({ id: conversations.id })
        .from(conversations)
        .where(and(eq(conversations.id, upload.conversationId), or(eq(conversations.askerId, owner.id), eq(conversations.agentId, owner.id))));
      if (!mine) throw new NotFound();
    }
    const name = cleanName(upload.name, picture.mime);
    await tx.insert(files).values({
      id: stored.key,
      ownerId: owner.id,
      name,
      mime: picture.mime,
      size: stored.size,
      width: picture.width,
      height: picture.height,
      sha256: stored.sha256,
      conversationId: upload.conversationId ?? null,
      createdAt: now(),
    });
    await recordAudit(tx, actor, "file.uploaded", { kind: "file", id: stored.key }, { size: stored.size });
    const url = `/files/${stored.key}`;
    const alt = name.replace(/\.[a-z0-9]+$/i, "").replace(/[[\]\\]/g, "");
    return { id: stored.key, url, name, mime: picture.mime, width: picture.width, height: picture.height, markdown: `![${alt}](${url})` };
  }, tx);
}

/** A name that is only a name: no path, no control or direction signs, the extension of what it now is. */
function cleanName(name: string, mime: string): string {
  const base = name
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/[\p{Cc}\p{Cf}]/gu, "")
    .replace(/\.[^.]*$/, "")
    .trim()
    .slice(0, NAME_LENGTH);
  return `${base || "picture"}.${mime === "image/jpeg" ? "jpg" : mime.slice("image/".length)}`;
}
