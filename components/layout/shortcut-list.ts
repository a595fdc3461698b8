import type { Translate } from "@/lib/platform/i18n/translator";
import type { Shortcut } from "./page-keys";

export function shortcutList(t: Translate, staff = false): Shortcut[] {
  const all: Shortcut[] = [
    { keys: ["/"], label: t("layout.shortcutSearch") },
    { keys: ["↑", "↓", "↵"], label: t("layout.shortcutMove") },
    { keys: [t("keys.mod"), "↵"], label: t("layout.shortcutSend") },
    { keys: ["Esc"], label: t("layout.shortcutEscape") },
    { keys: ["?"], label: t("layout.shortcutHelp") },
  ];
  const forStaff: Shortcut[] = [
    { keys: ["J", "K"], label: t("layout.shortcutNextPrevious") },
    { keys: ["A", "D"], label: t("layout.shortcutOffer") },
    { keys: ["W", "E"], label: t("keys.wrapUp") },
    { keys: ["R", "N"], label: t("keys.write") },
    { keys: ["Esc"], label: t("keys.leave") },
    { keys: ["T", "C"], label: t("keys.finish") },
    { keys: [t("keys.mod"), "Z"], label: t("keys.undo") },
    { keys: ["/"], label: t("keys.slash") },
    { keys: ["@"], label: t("keys.mention") },
    { keys: ["F", "Z", "E", "S"], label: t("layout.shortcutDecisions") },
  ];
  return staff ? [...all, ...forStaff] : all;
}
