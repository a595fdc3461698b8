import type { messages } from "@/db/schema";
import type { MessageView } from "./conversation-view";

type Row = typeof messages.$inferSelect;

export function messageView({ askerId }: { askerId: number }, row: Row): MessageView {
  const { conversationId, seq, clientId, authorId, visibility, body, createdAt } = row;
  const kind = row.kind === "system" ? "system" : "text";
  const side = kind === "system" ? "system" : authorId === askerId ? "asker" : "staff";
  return { conversationId, seq, clientId, authorId, side, visibility, kind, body, createdAt };
}
