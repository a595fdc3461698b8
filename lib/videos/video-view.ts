import type { Cue } from "@/db/schema";
import type { Locale } from "@/lib/platform/i18n/locale";

export type VideoView = {
  id: number;
  title: string;
  /** Nobody speaks in it. */
  silent: boolean;
  /** Null until its file has arrived. */
  file: { id: string; mime: string; size: number } | null;
  posterId: string | null;
  captions: { locale: Locale; cues: Cue[] }[];
  createdAt: Date;
};
