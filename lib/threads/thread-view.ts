import type { Attribution, Fact } from "@/db/schema";
import type { ConversationView } from "@/lib/conversations/conversation-view";
import type { Role } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";

export type ThreadKind = "question" | "discussion" | "announcement";
export type ThreadState = "unanswered" | "answered" | "solved" | "rejected" | "escalated";
export type PostStatus = "published" | "held" | "hidden" | "deleted";
export type PostKind = "thread" | "answer" | "comment";

export type CategoryRef = { id: number; slug: string; name: Record<Locale, string> };
export type TagRef = { id: number; slug: string; name: string };
export type ThreadRef = { id: number; slug: string; title: string };

export type AuthorView = {
  id: number;
  name: string;
  displayName: string;
  role: Role;
  /** Agent, manager or admin. */
  staff: boolean;
  /** Trusted as an expert in this thread's category or one above it. */
  expertHere: boolean;
  avatarFileId: string | null;
};

/** What one actor may do with one thread; asked by the acts, the page and the overlay alike. */
export type ThreadCan = {
  answer: boolean;
  comment: boolean;
  vote: boolean;
  downvote: boolean;
  meToo: boolean;
  subscribe: boolean;
  flag: boolean;
  edit: boolean;
  delete: boolean;
  /** Accept and un-accept its answers. */
  accept: boolean;
  /** Say of its answers that they did not help. */
  reject: boolean;
  lock: boolean;
  pin: boolean;
  close: boolean;
  move: boolean;
  merge: boolean;
  promote: boolean;
  escalate: boolean;
  /** Edit, hide and delete what others wrote here. */
  moderate: boolean;
};

export type AnswerCan = {
  edit: boolean;
  delete: boolean;
  accept: boolean;
  reject: boolean;
  comment: boolean;
  vote: boolean;
  downvote: boolean;
  flag: boolean;
};

export type CommentView = {
  id: number;
  answerId: number | null;
  author: AuthorView;
  body: string;
  bodyHtml: string;
  status: PostStatus;
  attribution: Attribution | null;
  createdAt: Date;
  editedAt: Date | null;
  can: { edit: boolean; delete: boolean; flag: boolean };
};

export type AnswerView = {
  id: number;
  author: AuthorView;
  body: string;
  bodyHtml: string;
  status: PostStatus;
  statusReason: string | null;
  /** Speaks for the company. */
  official: boolean;
  /** Came back from a live conversation. */
  fromConversation: boolean;
  accepted: { at: Date; by: { id: number; name: string; displayName: string } | null } | null;
  rejectedAt: Date | null;
  score: number;
  commentCount: number;
  comments: CommentView[];
  attribution: Attribution | null;
  createdAt: Date;
  editedAt: Date | null;
  version: number;
  can: AnswerCan;
};

/** The article made from a thread, as the thread names it. */
export type ThreadArticle = {
  id: number;
  slug: string;
  title: string;
  summary: string;
  durationMinutes: number | null;
  publishedAt: Date | null;
  verifiedAt: Date | null;
};

/** What was asked in a thread that is now part of another. */
export type MergedThread = {
  id: number;
  title: string;
  locale: Locale;
  bodyHtml: string;
  facts: Fact[];
  author: AuthorView;
  attribution: Attribution | null;
  createdAt: Date;
  editedAt: Date | null;
  mergedAt: Date;
  can: { separate: boolean };
};

/** Everything the thread page shows. */
export type ThreadView = {
  id: number;
  slug: string;
  kind: ThreadKind;
  locale: Locale;
  title: string;
  body: string;
  bodyHtml: string;
  author: AuthorView;
  facts: Fact[];
  tried: string[];
  /** From the top category down to the thread's own. */
  breadcrumbs: CategoryRef[];
  category: CategoryRef;
  tags: TagRef[];
  status: PostStatus;
  statusReason: string | null;
  state: ThreadState;
  /** Not everybody may see its category: the page must be kept private. */
  restricted: boolean;
  locked: boolean;
  /** What the moderator who locked it said. */
  lockedReason: string | null;
  pinned: boolean;
  closed: { at: Date; reason: string | null } | null;
  duplicateOf: ThreadRef | null;
  /** Threads closed as duplicates of this one. */
  duplicates: ThreadRef[];
  /** Threads that were merged into this one, as they came. */
  merged: MergedThread[];
  answerCount: number;
  commentCount: number;
  score: number;
  meTooCount: number;
  followerCount: number;
  /** How often people opened it, some seconds behind. */
  viewCount: number;
  /** Since when an agent and an asker talk live about it. */
  liveSince: Date | null;
  /** Its author was helped by what stands elsewhere, and said so while waiting; by what, for those who may see that. */
  helped: { at: Date; by: ConversationView["linked"] } | null;
  article: ThreadArticle | null;
  attribution: Attribution | null;
  createdAt: Date;
  editedAt: Date | null;
  lastActivityAt: Date;
  firstAnswerAt: Date | null;
  solvedAt: Date | null;
  version: number;
  comments: CommentView[];
  /** Accepted ones first (on the first page), then as they came; 50 a page. */
  answers: AnswerView[];
  nextCursor: string | null;
  can: ThreadCan;
};

/** One row of a list of threads. */
export type ThreadRow = ThreadRef & {
  kind: ThreadKind;
  locale: Locale;
  state: ThreadState;
  status: PostStatus;
  category: CategoryRef;
  author: { id: number; name: string; displayName: string };
  /** Somebody of the company has answered. */
  official: boolean;
  locked: boolean;
  pinned: boolean;
  answerCount: number;
  meTooCount: number;
  score: number;
  liveSince: Date | null;
  createdAt: Date;
  solvedAt: Date | null;
  lastActivityAt: Date;
};

export type ThreadList = { items: ThreadRow[]; nextCursor: string | null };

export type ThreadSort = "latest" | "unanswered" | "needs" | "solved";

export type ThreadFilter = {
  /** Slug; includes the categories below it. */
  category?: string;
  /** Slug. */
  tag?: string;
  state?: ThreadState;
  kind?: ThreadKind;
  locale?: Locale;
  /** Name of the author. */
  author?: string;
  sort?: ThreadSort;
  cursor?: string;
  /** At most 50; 20 unless told. */
  limit?: number;
};
