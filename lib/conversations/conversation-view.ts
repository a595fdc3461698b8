import type { BookingView } from "@/lib/bookings/booking-view";
import type { CallView } from "@/lib/bookings/list-calls";
import type { DepartmentRef } from "@/lib/departments/department-ref";
import type { HoldView } from "@/lib/holds/hold-view";
import type { Person } from "@/lib/members/person";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Choice } from "@/lib/queue/choice";
import type { QueuePlace } from "@/lib/queue/queue-view";
import type { Packet } from "./packet";
import type { SystemNotice } from "./system-notice";

export type { Choice, DepartmentRef, Person };

export type ConversationState =
  "queued" | "offered" | "active" | "callback" | "message" | "wrap_up" | "closed" | "left" | "answered";
export type Disposition = "publish" | "linked" | "private";
export type Visibility = "all" | "staff";
export type Ratings = { fast: number; clear: number; fair: number };

/** What one actor may do with one conversation; asked by the acts and the pages alike. */
export type ConversationCan = {
  /** Write to the other side. */
  write: boolean;
  note: boolean;
  /** Take it over by hand. */
  take: boolean;
  transfer: boolean;
  close: boolean;
  reopen: boolean;
  leave: boolean;
  changeChoice: boolean;
  rate: boolean;
  /** Dial, and say how a booked call went. */
  call: boolean;
  /** Draft and review what is published of it. */
  publish: boolean;
  consent: boolean;
  /** Keep it from being deleted. */
  hold: boolean;
};

/** One conversation as those in it see it: the asker, and staff of its department. */
export type ConversationView = {
  id: number;
  state: ConversationState;
  choice: Choice;
  side: "asker" | "staff";
  thread: { id: number; slug: string; title: string; locale: Locale };
  department: DepartmentRef;
  asker: Person;
  /** Whether news of it reach the asker by mail: they want letters, and their address is proved. */
  mails: boolean;
  agent: Person | null;
  /** Of the company's side, whoever wrote something that the reader may see. */
  writers: Person[];
  /** Whether the agent's browser still reports; null without an agent. */
  /** "left": signed off by themselves; "reconnecting": their browser went silent. */
  agentPresence: "here" | "break" | "left" | "reconnecting" | null;
  packet: Packet;
  /** Whom it was handed to and who has not accepted yet; told to staff alone. */
  transfer: { agent: string | null; department: Record<Locale, string>; skill: string | null; at: Date } | null;
  /** Whom notes ask who have not answered yet; told to staff alone. */
  asked: { name: Record<Locale, string>; dueAt: Date }[];
  /** Why it is kept from being deleted; told to staff alone. */
  holds: HoldView[];
  /** When they will be called; null unless a time is booked. */
  call: BookingView | null;
  /** Where the asker stands; null unless waiting. */
  queue: QueuePlace | null;
  lastSeq: number;
  /** Up to which message each side has read. */
  read: { asker: number; agent: number };
  disposition: Disposition | null;
  /** `threadId`: where the answer stands. */
  linked: { kind: "answer" | "article"; id: number; threadId: number | null; url: string; title: string } | null;
  publication: { id: number; state: PublicationState; body: string; bodyHtml: string; answerId: number | null } | null;
  ratings: Ratings | null;
  /** Grows with each change of owner. */
  fence: number;
  createdAt: Date;
  acceptedAt: Date | null;
  firstReplyAt: Date | null;
  lastAskerAt: Date | null;
  lastAgentAt: Date | null;
  closedAt: Date | null;
  reopenUntil: Date | null;
  /** The reader's event cursor, taken before all the rest: open the stream with it and nothing is missed. */
  cursor: number;
  can: ConversationCan;
};

export type PublicationState = "awaiting_consent" | "published" | "declined";

export type MessageView = {
  conversationId: number;
  /** Order within the conversation. Notes have numbers too, so an asker's list has gaps. */
  seq: number;
  clientId: string;
  /** Null: the system says it. */
  authorId: number | null;
  side: "asker" | "staff" | "system";
  visibility: Visibility;
  kind: "text" | "system";
  /** Plain text; of a system message the key of its sentence, `chat.system.<body>`. */
  body: string | SystemNotice;
  createdAt: Date;
};

export type MessageList = { items: MessageView[]; lastSeq: number; nextCursor?: string };

/** One row of the agent's own list. */
export type InboxRow = {
  conversationId: number;
  state: ConversationState;
  choice: Choice;
  thread: { id: number; slug: string; title: string };
  asker: Person;
  agentId: number | null;
  /** The last message that is no note, cut; `mine`: by the company's side. */
  last: { text: string; at: Date; mine: boolean } | null;
  unread: number;
  /** Since when the asker waits for a reply; null while the agent spoke last. */
  waitingSince: Date | null;
  /** The asker has been silent for five minutes. */
  paused: boolean;
  createdAt: Date;
};

/** What another department asks, beside a conversation. */
export type ConsultRow = { conversationId: number; title: string; question: string; askedBy: string | null; askedAt: Date; dueAt: Date };

/** A question the ladder put before the department. */
export type InboxThread = {
  threadId: number;
  url: string;
  title: string;
  askedAt: Date;
  /** When its asker is offered a chat; null when that is over or left out. */
  chatAt: Date | null;
  meTooCount: number;
  owner: Person | null;
  mine: boolean;
};

/** What an agent has to do: own conversations, those nobody has taken, questions nobody has answered. */
export type InboxView = {
  active: InboxRow[];
  /** Callbacks and messages of the actor's departments. */
  unassigned: InboxRow[];
  awaitingConsent: InboxRow[];
  /** Whom to call until this time tomorrow: one's own, and those nobody has. */
  calls: CallView[];
  consults: ConsultRow[];
  threads: InboxThread[];
  load: number;
  capacity: number;
};
