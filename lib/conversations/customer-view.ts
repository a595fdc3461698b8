import type { ThreadState } from "@/lib/threads/thread-view";
import type { ConversationState } from "./conversation-view";

/** One customer as staff see them beside a conversation; instants in lists are ISO strings. */
export type CustomerView = {
  since: Date;
  /** How often they helped others. */
  answers: number;
  /** The mean of all their judgements, from 1 to 5. */
  rating: number | null;
  threads: { id: number; url: string; title: string; state: ThreadState; at: string }[];
  chats: { id: number; title: string; state: ConversationState; at: string; rating: number | null }[];
  articles: { id: number; url: string; title: string; at: string; helpful: boolean | null }[];
};
