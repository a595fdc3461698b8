import type { Translate } from "@/lib/platform/i18n/translator";

export type HumanWords = ReturnType<typeof humanWords>;

/** Sentences into which the island puts the numbers it is told. */
export function humanWords(t: Translate) {
  const holes = { position: "{position}", wait: "{wait}", time: "{time}" };
  return {
    busy: t("human.busySub", holes),
    busyPlain: t("human.busySubPlain", holes),
    busyShort: t("human.busyShort", holes),
    closed: t("human.closedSub", holes),
    closedPlain: t("human.closedSubPlain"),
    closedShort: t("human.closedShort", holes),
    minutes: t("human.minutes"),
    underMinute: t("human.underMinute"),
  };
}
