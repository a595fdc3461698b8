import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Cue, videoCaptions, videoPassages } from "@/db/schema";
import { parseCaptions } from "@/lib/platform/captions/parse-captions";
import { InvalidInput } from "@/lib/platform/errors";
import { type Locale, locales } from "@/lib/platform/i18n/locale";
import { recordSearchChange } from "@/lib/platform/search/record-search-change";
import { cutPassages } from "./cut-passages";

type Given = Partial<Record<Locale, string | null>>;
/** Null takes the language away. */
type Read = { locale: Locale; captions: { vtt: string; cues: Cue[] } | null }[];

/** Reads what is given for each language; refuses with the first line that is wrong. */
export function readCaptions(given: Given): Read {
  return locales.flatMap((locale): Read => {
    const vtt = given[locale];
    if (vtt === undefined) return [];
    if (vtt === null) return [{ locale, captions: null }];
    const parsed = parseCaptions(vtt);
    if (parsed.wrong) throw new InvalidInput({ [`captions.${locale}`]: parsed.wrong });
    return [{ locale, captions: { vtt, cues: parsed.cues } }];
  });
}

/** Keeps them, with the passages by which they are found. Refuses when a video would be left without any although somebody speaks. */
export async function writeCaptions(tx: Tx, video: { id: number; silent: boolean }, read: Read): Promise<void> {
  for (const { locale, captions } of read) {
    await forgetPassages(tx, video.id, locale);
    await tx.delete(videoCaptions).where(and(eq(videoCaptions.videoId, video.id), eq(videoCaptions.locale, locale)));
    if (!captions) continue;
    await tx.insert(videoCaptions).values({ videoId: video.id, locale, ...captions });
    await tx.insert(videoPassages).values(cutPassages(captions.cues).map((passage) => ({ videoId: video.id, locale, ...passage })));
  }
  if (video.silent) return;
  const [kept] = await tx.select({ locale: videoCaptions.locale }).from(videoCaptions).where(eq(videoCaptions.videoId, video.id)).limit(1);
  if (!kept) throw new InvalidInput({ captions: { key: "error.video.captions" } });
}

/** The index is told of each that is gone: nothing else leads to them any more. */
export async function forgetPassages(tx: Tx, videoId: number, ...only: Locale[]): Promise<void> {
  const those = and(eq(videoPassages.videoId, videoId), only.length > 0 ? inArray(videoPassages.locale, only) : undefined);
  const gone = await tx.delete(videoPassages).where(those).returning({ id: videoPassages.id });
  for (const { id } of gone) await recordSearchChange(tx, "video", id);
}
