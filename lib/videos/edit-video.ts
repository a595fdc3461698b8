import { eq } from "drizzle-orm";
import { type Tx, inTransaction } from "@/db/client";
import { videos } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { findVideo } from "./find-video";
import { editVideoInput } from "./input";
import { showVideoChange } from "./show-video-change";
import { readCaptions, writeCaptions } from "./write-captions";

/** Changes a video's title or captions. It always keeps captions in one language, or the word that nobody speaks. */
export async function editVideo(actor: Actor, id: number, input: unknown, tx?: Tx): Promise<{ id: number }> {
  parseInput(idInput, id);
  const { captions, ...given } = parseInput(editVideoInput, input);
  requireMember(actor);
  const read = readCaptions(captions);
  return inTransaction(async (tx) => {
    const { video, article } = await findVideo(tx, actor, id);
    const changed = { title: given.title ?? video.title, silent: given.silent ?? video.silent };
    await tx.update(videos).set(changed).where(eq(videos.id, id));
    await writeCaptions(tx, { id, silent: changed.silent }, read);
    await recordAudit(tx, actor, "video.edited", { kind: "article", id: article.id }, { videoId: id });
    await showVideoChange(tx, article);
    return { id };
  }, tx);
}
