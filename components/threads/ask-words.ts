import { composerLabels } from "@/components/ui/composer-labels";
import type { Translate } from "@/lib/platform/i18n/translator";

const names = [
  "title", "what", "whatHint", "appliance", "code", "bought", "firmware", "more", "moreHint", "tried", "triedHint", "triedMore", "triedAdd",
  "category", "categoryChoose", "categoryGuessed", "kind", "tags", "tagsHint", "send", "sendIn", "similar", "similarLabel", "similarFrom",
  "similarNone", "similarNothing", "same", "held", "heldShow", "thatsIt", "meToo", "meTooDone", "meTooOne", "meTooMany", "opened", "doneTitle", "doneText", "doneUndo", "newTab", "draftBack", "draftDiscard",
] as const;

export type AskWords = ReturnType<typeof askWords>;

export function askWords(t: Translate) {
  const own = Object.fromEntries(names.map((name) => [name, t(`ask.${name}`, { n: "{n}" })])) as Record<(typeof names)[number], string>;
  return {
    ...own,
    optional: t("common.optional"),
    sending: t("common.sending"),
    offline: t("threads.offline"),
    composer: composerLabels(t),
    states: {
      solved: t("state.solved"),
      answered: t("state.answered"),
      unanswered: t("state.unanswered"),
      video: t("state.video"),
      guide: t("state.guide"),
      discussion: t("state.discussion"),
      announcement: t("state.announcement"),
      official: t("state.official", { company: "{company}" }),
    },
  };
}
