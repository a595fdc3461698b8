import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, reference } from "./columns";
import { departments } from "./departments";
import { members } from "./members";
import { threads } from "./threads";

/** The ladder of one thread, snapshotted when the thread is asked; one row per cycle. */
export const escalationStateEnum = pgEnum("escalation_state", [
  "unanswered", "nudged", "offered_chat", "declined", "queued", "stopped",
]);

export const escalations = pgTable(
  "escalations",
  {
    id: id(),
    threadId: reference().notNull().references(() => threads.id, { onDelete: "cascade" }),
    askerId: reference().notNull().references(() => members.id),
    departmentId: reference().notNull().references(() => departments.id),
    cycle: integer().notNull().default(1),
    state: escalationStateEnum().notNull().default("unanswered"),
    /** The ladder as it was then. */
    policy: jsonb().notNull(),
    ownerId: reference().references(() => members.id, { onDelete: "set null" }),
    startedAt: instant().notNull(),
    offeredAt: instant(),
    stoppedAt: instant(),
    stopCause: text(),
  },
  (t) => [uniqueIndex().on(t.threadId, t.cycle), index().on(t.departmentId, t.state)],
);

/** Due times are stored when the cycle starts and only read afterwards. */
export const escalationSteps = pgTable(
  "escalation_steps",
  {
    escalationId: reference().notNull().references(() => escalations.id, { onDelete: "cascade" }),
    level: integer().notNull(),
    action: text().notNull(),
    dueAt: instant().notNull(),
    doneAt: instant(),
    /** run, skipped or stopped. */
    outcome: text(),
  },
  (t) => [
    primaryKey({ columns: [t.escalationId, t.level] }),
    index("escalation_steps_due").on(t.dueAt).where(sql`${t.doneAt} is null`),
  ],
);

export const conversationStateEnum = pgEnum("conversation_state", [
  "queued", "offered", "active", "callback", "message", "wrap_up", "closed", "left", "answered",
]);
export const dispositionEnum = pgEnum("disposition", ["publish", "linked", "private"]);

export const conversations = pgTable(
  "conversations",
  {
    id: id(),
    threadId: reference().notNull().references(() => threads.id, { onDelete: "cascade" }),
    askerId: reference().notNull().references(() => members.id),
    departmentId: reference().notNull().references(() => departments.id),
    agentId: reference().references(() => members.id, { onDelete: "set null" }),
    state: conversationStateEnum().notNull().default("queued"),
    choice: text().notNull().default("chat"),
    /** What whoever takes it must know; asked for by a transfer. */
    skills: text().array().notNull().default([]),
    /** The handoff packet, frozen at escalation. */
    packet: jsonb().notNull(),
    lastSeq: integer().notNull().default(0),
    /** Grows with every assignment; writes of a former agent carry an old one and are refused. */
    fence: integer().notNull().default(0),
    disposition: dispositionEnum(),
    dispositionReason: text(),
    linkedAnswerId: reference(),
    linkedArticleId: reference(),
    /** What an agent would have taken, had the linked answer of the community not come first. */
    savedSeconds: integer(),
    ratings: jsonb(),
    createdAt: createdAt(),
    acceptedAt: instant(),
    firstReplyAt: instant(),
    lastAskerAt: instant(),
    lastAgentAt: instant(),
    closedAt: instant(),
    closedById: reference().references(() => members.id, { onDelete: "set null" }),
  },
  (t) => [
    uniqueIndex("conversations_one_open")
      .on(t.threadId, t.askerId)
      .where(sql`${t.state} in ('queued', 'offered', 'active', 'callback', 'message', 'wrap_up')`),
    index().on(t.agentId, t.state),
    index().on(t.askerId),
    index("conversations_ended").on(t.departmentId, t.closedAt.desc().nullsFirst()),
    index("conversations_saved").on(t.linkedAnswerId).where(sql`${t.savedSeconds} is not null`),
    check("conversations_closed_has_disposition", sql`${t.state} <> 'closed' or ${t.disposition} is not null`),
  ],
);

export const messageVisibilityEnum = pgEnum("message_visibility", ["all", "staff"]);

export const messages = pgTable(
  "messages",
  {
    conversationId: reference().notNull().references(() => conversations.id, { onDelete: "cascade" }),
    seq: integer().notNull(),
    clientId: uuid().notNull(),
    /** Null: said by the system. */
    authorId: reference().references(() => members.id, { onDelete: "set null" }),
    kind: text().notNull().default("text"),
    visibility: messageVisibilityEnum().notNull().default("all"),
    body: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.seq] }),
    uniqueIndex().on(t.conversationId, t.authorId, t.clientId),
    // They are written in the order of time: a look at the latest costs next to nothing to keep.
    index("messages_latest").using("brin", t.createdAt),
  ],
);

export const conversationReads = pgTable(
  "conversation_reads",
  {
    conversationId: reference().notNull().references(() => conversations.id, { onDelete: "cascade" }),
    memberId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    readSeq: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.memberId] })],
);

export const queueStateEnum = pgEnum("queue_state", ["waiting", "offered", "assigned", "left", "answered", "expired"]);

export const queueEntries = pgTable(
  "queue_entries",
  {
    id: id(),
    conversationId: reference().notNull().references(() => conversations.id, { onDelete: "cascade" }),
    departmentId: reference().notNull().references(() => departments.id),
    state: queueStateEnum().notNull().default("waiting"),
    /** Higher first: 2 back from a lost agent, 1 unanswered thread, 0 otherwise. */
    priority: integer().notNull().default(0),
    round: integer().notNull().default(1),
    enqueuedAt: instant().notNull(),
    deadlineAt: instant().notNull(),
    /** No offer before this instant (pause between rounds). */
    notBefore: instant(),
    endedAt: instant(),
  },
  (t) => [
    index("queue_entries_of_conversation").on(t.conversationId),
    uniqueIndex("queue_entries_one_open").on(t.conversationId).where(sql`${t.state} in ('waiting', 'offered')`),
    index("queue_entries_waiting").on(t.departmentId, t.priority.desc().nullsFirst(), t.enqueuedAt, t.id).where(sql`${t.state} in ('waiting', 'offered')`),
  ],
);

export const offerStateEnum = pgEnum("offer_state", ["open", "accepted", "declined", "missed", "withdrawn"]);

export const offers = pgTable(
  "offers",
  {
    id: id(),
    queueEntryId: reference().notNull().references(() => queueEntries.id, { onDelete: "cascade" }),
    conversationId: reference().notNull().references(() => conversations.id, { onDelete: "cascade" }),
    agentId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    round: integer().notNull(),
    state: offerStateEnum().notNull().default("open"),
    offeredAt: instant().notNull(),
    /** Soon while no screen has shown it; thirty seconds from when one has. */
    expiresAt: instant().notNull(),
    seenAt: instant(),
    pushedAt: instant(),
    extended: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex("offers_one_open").on(t.conversationId).where(sql`${t.state} = 'open'`),
    uniqueIndex("offers_once_a_round").on(t.queueEntryId, t.agentId, t.round),
    index("offers_of_agent").on(t.agentId).where(sql`${t.state} = 'open'`),
    index("offers_lately").on(t.agentId, t.offeredAt),
    index("offers_due").on(t.expiresAt).where(sql`${t.state} = 'open'`),
  ],
);

export const transferStateEnum = pgEnum("transfer_state", ["open", "accepted", "ended"]);

/** A running chat on its way to somebody else: whoever has it keeps it until the other side accepts. */
export const transfers = pgTable(
  "transfers",
  {
    id: id(),
    conversationId: reference().notNull().references(() => conversations.id, { onDelete: "cascade" }),
    fromId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    departmentId: reference().notNull().references(() => departments.id),
    /** For this colleague alone. */
    agentId: reference().references(() => members.id, { onDelete: "cascade" }),
    /** For whoever knows this. */
    skill: text(),
    note: text().notNull(),
    state: transferStateEnum().notNull().default("open"),
    createdAt: createdAt(),
    endedAt: instant(),
  },
  (t) => [uniqueIndex("transfers_one_open").on(t.conversationId).where(sql`${t.state} = 'open'`)],
);

/** A question to another department or a colleague, beside the customer and unknown to them; with its own time to answer. */
export const consults = pgTable(
  "consults",
  {
    id: id(),
    conversationId: reference().notNull().references(() => conversations.id, { onDelete: "cascade" }),
    departmentId: reference().references(() => departments.id),
    /** A colleague who is asked by name, instead of a department. */
    memberId: reference().references(() => members.id, { onDelete: "cascade" }),
    askedById: reference().references(() => members.id, { onDelete: "set null" }),
    /** The note that asks. */
    seq: integer().notNull(),
    createdAt: createdAt(),
    dueAt: instant().notNull(),
    answeredAt: instant(),
    answeredById: reference().references(() => members.id, { onDelete: "set null" }),
  },
  (t) => [
    index("consults_of_conversation").on(t.conversationId),
    index("consults_open").on(t.departmentId, t.dueAt).where(sql`${t.answeredAt} is null`),
    index("consults_of_member").on(t.memberId).where(sql`${t.memberId} is not null`),
    check("consults_ask_somebody", sql`num_nonnulls(${t.departmentId}, ${t.memberId}) = 1`),
  ],
);

/** What a customer was asked although they had told it: counted once for each question. */
export const repeats = pgTable(
  "repeats",
  {
    conversationId: reference().notNull().references(() => conversations.id, { onDelete: "cascade" }),
    /** What was asked for, or the number of the message where that is not known. */
    question: text().notNull(),
    seq: integer().notNull(),
    agentId: reference().references(() => members.id, { onDelete: "set null" }),
    /** "hint": asked in spite of the hint; "asker": the customer said so. */
    noticedBy: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.question] })],
);

/** Every change of state of a conversation, with who and why. */
export const conversationEvents = pgTable(
  "conversation_events",
  {
    id: id(),
    conversationId: reference().notNull().references(() => conversations.id, { onDelete: "cascade" }),
    actorId: reference().references(() => members.id, { onDelete: "set null" }),
    type: text().notNull(),
    data: jsonb().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.conversationId, t.id),
    index("conversation_events_accepted").on(t.actorId, t.createdAt).where(sql`${t.type} = 'accepted'`),
    index("conversation_events_let_down").on(t.createdAt).where(sql`${t.type} in ('waited_too_long', 'left', 'rated')`),
  ],
);

export const publicationStateEnum = pgEnum("publication_state", ["awaiting_consent", "published", "declined"]);

/** What of a conversation comes back as a public answer: reviewed, redacted, consented. */
export const publications = pgTable("publications", {
  id: id(),
  conversationId: reference().notNull().unique().references(() => conversations.id, { onDelete: "cascade" }),
  pickedSeqs: jsonb().$type<number[]>().notNull().default([]),
  body: text().notNull(),
  state: publicationStateEnum().notNull().default("awaiting_consent"),
  reviewedById: reference().references(() => members.id, { onDelete: "set null" }),
  answerId: reference(),
  createdAt: createdAt(),
  decidedAt: instant(),
});
