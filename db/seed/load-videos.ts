import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Tx } from "@/db/client";
import { addVideo } from "@/lib/videos/add-video";
import { putVideoFile } from "@/lib/videos/put-video-file";
import { putVideoPoster } from "@/lib/videos/put-video-poster";
import { videos } from "./content/videos";
import { person, type World } from "./world";

const film = resolve("db/seed/content/flusensieb.webm");
const picture = resolve("db/seed/content/flusensieb.jpg");

/** The drawn film about the filter, with the guide in each language. */
export async function loadVideos(tx: Tx, world: World): Promise<void> {
  const agent = person(world, "deniz-aydin");
  for (const { article, locale, title, captions } of videos) {
    const guide = world.articles.get(article);
    if (!guide) throw new Error(`no guide ${article}`);
    const { id } = await addVideo(agent, guide.id, { title, captions: { [locale]: captions } }, tx);
    await putVideoFile(agent, id, { chunks: createReadStream(film) }, tx);
    await putVideoPoster(agent, id, await readFile(picture), tx);
  }
}
