import type { Member } from "@/lib/members/actor";
import { addVideo } from "@/lib/videos/add-video";
import { putVideoFile } from "@/lib/videos/put-video-file";
import { shortVideo } from "./short-video";

type VideoWishes = { title?: string; /** One cue for each, ten seconds long. */ said?: string | string[]; locale?: "en" | "de"; bytes?: number };

/** A video of an article with its file. */
export async function makeVideo(author: Member, articleId: number, { title = "How it is done", said = [], locale = "en", bytes }: VideoWishes = {}): Promise<{ id: number; url: string }> {
  const lines = [said].flat();
  const { id } = await addVideo(author, articleId, { title, silent: lines.length === 0, captions: lines.length > 0 ? { [locale]: captionsOf(lines) } : {} });
  return putVideoFile(author, id, { chunks: inPieces(shortVideo(bytes)) });
}

export function captionsOf(lines: string[]): string {
  const time = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23);
  return ["WEBVTT", ...lines.map((line, at) => `${time(at * 10)} --> ${time(at * 10 + 10)}\n${line}`)].join("\n\n");
}

export async function* inPieces(data: Buffer, size = 50): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < data.length; at += size) yield data.subarray(at, at + size);
}
