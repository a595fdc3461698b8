import { chat as chatDe } from "@/lib/platform/i18n/messages/de/chat";
import { room as roomDe } from "@/lib/platform/i18n/messages/de/room";
import { chat as chatEn } from "@/lib/platform/i18n/messages/en/chat";
import { room as roomEn } from "@/lib/platform/i18n/messages/en/room";
import { partialTranslator } from "@/lib/platform/i18n/partial-translator";

/** What is said around a conversation, on the asker's side and the company's. */
export const roomTexts = partialTranslator({ en: { ...chatEn, ...roomEn }, de: { ...chatDe, ...roomDe } });
export type RoomText = ReturnType<typeof roomTexts>;
