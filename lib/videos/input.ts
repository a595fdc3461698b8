import { z } from "zod";
import { lineInput, textInput } from "@/lib/platform/text-input";

export const videoLimits = { bytes: 200 * 1024 * 1024, captions: 100_000 } as const;

const title = lineInput(2, 120);
/** WebVTT by language; null takes a language away. */
const vtt = textInput(1, videoLimits.captions).nullable();
const captions = z.object({ en: vtt, de: vtt }).partial();

export const addVideoInput = z.object({
  title,
  /** Nobody speaks in it. */
  silent: z.boolean().default(false),
  captions: captions.default({}),
});

export const editVideoInput = z.object({ title: title.optional(), silent: z.boolean().optional(), captions: captions.default({}) });
