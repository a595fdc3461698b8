import { agentConsole as agentConsoleDe } from "@/lib/platform/i18n/messages/de/agent-console";
import { chat as chatDe } from "@/lib/platform/i18n/messages/de/chat";
import { common as commonDe } from "@/lib/platform/i18n/messages/de/common";
import { room as roomDe } from "@/lib/platform/i18n/messages/de/room";
import { staff as staffDe } from "@/lib/platform/i18n/messages/de/staff";
import { agentConsole as agentConsoleEn } from "@/lib/platform/i18n/messages/en/agent-console";
import { chat as chatEn } from "@/lib/platform/i18n/messages/en/chat";
import { common as commonEn } from "@/lib/platform/i18n/messages/en/common";
import { room as roomEn } from "@/lib/platform/i18n/messages/en/room";
import { staff as staffEn } from "@/lib/platform/i18n/messages/en/staff";
import { partialTranslator } from "@/lib/platform/i18n/partial-translator";

export const consoleTexts = partialTranslator({
  en: { ...commonEn, ...chatEn, ...roomEn, ...staffEn, ...agentConsoleEn },
  de: { ...commonDe, ...chatDe, ...roomDe, ...staffDe, ...agentConsoleDe },
});
export type ConsoleText = ReturnType<typeof consoleTexts>;
