/*
 * Shapes of the sample community. Pure data: every time is in minutes, so that the sample is always fresh.
 * `agoMinutes` counts back from the moment of loading; `afterMinutes` counts on from the thread's own post.
 * In Markdown bodies `thread:<key>` and `article:<key>` stand where a link's address goes; the loader puts the
 * real address there. `@name` mentions use a person's `name`.
 */
export type SeedLocale = "de" | "en";
export type SeedRole = "member" | "expert" | "agent" | "manager" | "admin";
export type SeedTrust = "new" | "known" | "helper" | "expert";

export interface SeedPerson {
  /** Handle, unique, as in /u/<name>. */
  name: string;
  displayName: string;
  email: string;
  role: SeedRole;
  locale: SeedLocale;
  bio: string;
  trust: SeedTrust;
  joinedDaysAgo: number;
  /** Category slugs, for experts. */
  expertIn?: string[];
  /** Department slugs and skill slugs, for agents. */
  departments?: string[];
  skills?: string[];
  /** Chats an agent takes at the same time. */
  seats?: number;
}

export interface SeedCategory {
  slug: string;
  /** Slug of the category above; none for top categories. */
  parent?: string;
  nameDe: string;
  nameEn: string;
  descriptionDe: string;
  descriptionEn: string;
  /** Name of a lucide icon. */
  icon: string;
  /** Department that answers when the community doesn't. */
  department?: string;
  visibility: "public" | "members" | "staff";
  /** `announcements`: only staff start threads here. */
  kind: "questions" | "announcements";
  /** Business minutes of the escalation ladder where they differ from the default (15, 60, 90). */
  ladder?: { nudgeExperts: number; departmentInbox: number; offerHuman: number };
}

export interface SeedTag {
  slug: string;
  nameDe: string;
  nameEn: string;
  synonyms?: string[];
}

export interface SeedSkill {
  slug: string;
  nameDe: string;
  nameEn: string;
}

export interface SeedDepartment {
  slug: string;
  nameDe: string;
  nameEn: string;
  descriptionDe: string;
  descriptionEn: string;
  zone: "Europe/Berlin";
  /** German Land whose public holidays close the department; null stays open on holidays. */
  holidayLand: "BY" | "NW" | null;
  /** `day` 1 = Monday … 7 = Sunday; `to` "24:00" is midnight. Several intervals a day are usual. */
  hours: { day: 1 | 2 | 3 | 4 | 5 | 6 | 7; from: string; to: string }[];
  /** Dates every year on which the hours differ; no intervals: closed. Month and day. */
  yearlyExceptions: {
    month: number;
    day: number;
    nameDe: string;
    nameEn: string;
    hours: { from: string; to: string }[];
  }[];
  skills: SeedSkill[];
}

export interface SeedShift {
  person: string;
  department: string;
  /** `day` 1 = Monday … 7 = Sunday. */
  weekly: { day: number; from: string; to: string }[];
  /** Not there from … to, month and day, every year. */
  holidays: [from: string, to: string][];
}

export interface SeedFacts {
  appliance?: string;
  errorCode?: string;
  programme?: string;
  bought?: string;
}

export interface SeedComment {
  author: string;
  body: string;
  afterMinutes: number;
}

export interface SeedAnswer {
  author: string;
  body: string;
  afterMinutes: number;
  /** An answer of the company, marked as such. The author is staff. */
  official?: true;
  /** Members who found it helpful, never more than there are members. */
  helpful?: number;
  notHelpful?: number;
  /** The asker said that it did not help. */
  rejected?: true;
  comments?: SeedComment[];
}

/** What the asker and an agent wrote in private, and what was published of it. */
export interface SeedChat {
  department: string;
  agent: string;
  queuedAfterMinutes: number;
  acceptedAfterMinutes: number;
  closedAfterMinutes: number;
  messages: { from: "asker" | "agent" | "note"; body: string; afterMinutes: number }[];
  disposition: "publish";
  /** Becomes the accepted answer, written by the agent; it is not repeated in `answers`. */
  publishedAnswer: string;
  publishedAfterMinutes: number;
  helpful: number;
  rating: 1 | 2 | 3 | 4 | 5;
}

export type SeedThreadState = "unanswered" | "answered" | "solved" | "rejected";

/** A decision of staff on a thread, with the reason that its author reads. */
export interface SeedDecision {
  by: string;
  reason: string;
  afterMinutes: number;
}

export interface SeedThread {
  key: string;
  locale: SeedLocale;
  kind: "question" | "discussion" | "announcement";
  /** The state after loading; discussions and announcements have none but "answered" or "unanswered". */
  state: SeedThreadState;
  category: string;
  author: string;
  title: string;
  body: string;
  agoMinutes: number;
  tags: string[];
  facts?: SeedFacts;
  /** Steps the asker has already tried. */
  tried?: string[];
  /** Members who have this too, never more than there are members. */
  meToo?: number;
  followers?: number;
  views?: number;
  comments?: SeedComment[];
  answers: SeedAnswer[];
  /** Place in `answers` of the solution, or "chat" for the published result of `chat`. */
  accepted?: number | "chat";
  acceptedAfterMinutes?: number;
  pinned?: true;
  /** A problem that the company knows of: shown above the list of questions until it is resolved. */
  knownProblem?: { nextUpdateInMinutes: number; resolved: boolean };
  locked?: SeedDecision;
  duplicateOf?: SeedDecision & { key: string };
  hidden?: SeedDecision;
  /** Waits in the review queue; only its author and staff see it. */
  heldForReview?: { reason: string };
  /** The asker waits in the queue at the moment of loading. Exactly one thread. */
  waitingChat?: true;
  /** With `waitingChat`: where, and since how many minutes. */
  waiting?: { department: string; sinceMinutes: number };
  chat?: SeedChat;
}

export interface SeedFlag {
  thread: string;
  /** Place in the thread's `answers`; without it the thread itself is flagged. */
  answer?: number;
  by: string;
  reason: "spam" | "rude" | "privateData" | "dangerous" | "offTopic" | "other";
  note?: string;
  /** Counted like every other time in a thread, from the thread's post. */
  afterMinutes: number;
  /** None: still open in the review queue. */
  decision?: SeedDecision & { action: "uphold" | "dismiss" };
}

export interface SeedMacro {
  key: string;
  owner: string;
  /** Approved, unless it says otherwise. */
  state?: "proposed";
  departments: string[];
  nameDe: string;
  nameEn: string;
  /** May hold {{customer}}, {{agent}} and {{appliance}}. */
  bodyDe: string;
  bodyEn: string;
}

/**
 * Body: `#` parts, in each an ordered list whose items begin with a bold title in a paragraph of its own,
 * warnings as `> [!WARNING]` and `> [!IMPORTANT]`.
 */
export interface SeedArticle {
  key: string;
  locale: SeedLocale;
  /** Key of the article in the other language. */
  translationOf?: string;
  state: "draft" | "in_review" | "published" | "stale";
  category: string;
  tags: string[];
  title: string;
  summary: string;
  durationMinutes?: number;
  appliesTo: string[];
  tools: string[];
  body: string;
  /** Staff who answers for it. */
  owner: string;
  agoMinutes: number;
  /** Days since somebody last checked it, and how often that is due. */
  checkedDaysAgo?: number;
  checkEveryDays: number;
  /** The thread it was made of, and which of its answers ("chat" for a published chat). */
  sourceThread?: string;
  sourceAnswers?: (number | "chat")[];
  helpful?: number;
  notHelpful?: number;
  views?: number;
}

export interface SeedCompany {
  name: string;
  legalName: string;
  communityName: string;
  url: string;
  claimDe: string;
  claimEn: string;
  mail: string;
  app: { nameDe: string; nameEn: string };
  products: {
    slug: string;
    name: string;
    category: string;
    nameDe: string;
    nameEn: string;
    since: number;
    connected: boolean;
  }[];
  popularSearches: { de: string[]; en: string[] };
  /** Searched for without a hit: each is a guide that is missing. */
  searchesWithoutHit: { locale: SeedLocale; words: string; times: number }[];
  hoursDe: string;
  hoursEn: string;
}

/** A document of the sample: "article:<key>" or "thread:<key>". */
type SeedDocument = `article:${string}` | `thread:${string}`;
type Taught = { locale: SeedLocale; by: string; agoDays: number };

export type SeedSearch = {
  rules: (Taught & { kind: "synonyms" | "one_way" | "stop_word"; data: object })[];
  pins: (Taught & { query: string; documents: SeedDocument[] })[];
  /** What most of those opened who searched for popular words. */
  opened: { locale: SeedLocale; words: string; document: SeedDocument }[];
  rare: { locale: SeedLocale; words: string; document: SeedDocument; times: number }[];
  /** Helped by one, also had by others, or nothing of what was shown. */
  outcomes: { locale: SeedLocale; title: string; times: number; helped?: SeedDocument; meToo?: SeedDocument; shown?: SeedDocument[] }[];
};
