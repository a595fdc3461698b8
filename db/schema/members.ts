import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant, reference } from "./columns";
import { categories } from "./categories";

export const roleEnum = pgEnum("role", ["member", "expert", "agent", "manager", "admin"]);
export const trustEnum = pgEnum("trust", ["new", "known", "helper"]);
export const localeEnum = pgEnum("locale", ["en", "de"]);

export const members = pgTable(
  "members",
  {
    id: id(),
    /** Handle in /u/<name> and @mentions: lower case, unique. */
    name: text().notNull().unique(),
    displayName: text().notNull(),
    email: text().unique(),
    emailVerifiedAt: instant(),
    passwordHash: text(),
    role: roleEnum().notNull().default("member"),
    trust: trustEnum().notNull().default("new"),
    locale: localeEnum().notNull().default("en"),
    bio: text().notNull().default(""),
    avatarFileId: text(),
    answerCount: integer().notNull().default(0),
    acceptedCount: integer().notNull().default(0),
    suspendedUntil: instant(),
    mailNotifications: boolean().notNull().default(true),
    importedFrom: text(),
    createdAt: createdAt(),
    lastSeenAt: instant(),
    deactivatedAt: instant(),
    /** Their own wish, which closes the account and has everything of it erased; the company only closes one. */
    deletedAt: instant(),
  },
  (t) => [index().on(t.role).where(sql`${t.role} <> 'member'`), index().on(t.acceptedCount.desc().nullsFirst())],
);

/** Topics in which a member is trusted as an expert. */
export const expertTopics = pgTable(
  "expert_topics",
  {
    memberId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    categoryId: reference().notNull().references(() => categories.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.categoryId] })],
);

/** Only the SHA-256 of the token is stored. */
export const sessions = pgTable(
  "sessions",
  {
    tokenHash: text().primaryKey(),
    memberId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    lastSeenAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    userAgent: text().notNull().default(""),
  },
  (t) => [index().on(t.memberId)],
);

export const oneTimeTokenPurpose = pgEnum("one_time_token_purpose", ["sign_in", "reset_password", "verify_email"]);

/** Mail links: single use, hashed, bound to a purpose. */
export const oneTimeTokens = pgTable(
  "one_time_tokens",
  {
    tokenHash: text().primaryKey(),
    purpose: oneTimeTokenPurpose().notNull(),
    email: text().notNull(),
    memberId: reference().references(() => members.id, { onDelete: "cascade" }),
    locale: localeEnum().notNull().default("en"),
    returnTo: text().notNull().default("/"),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
  },
  (t) => [index().on(t.email)],
);

/** Identities at outside providers (OIDC). */
export const accounts = pgTable(
  "accounts",
  {
    provider: text().notNull(),
    providerAccountId: text().notNull(),
    memberId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] })],
);

/** Personal access tokens for the REST interface: `kdg_<8 id>_<43 secret>_<6 checksum>`. */
export const accessTokens = pgTable(
  "access_tokens",
  {
    id: id(),
    publicId: text().notNull().unique(),
    secretHash: text().notNull(),
    memberId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    name: text().notNull(),
    createdAt: createdAt(),
    expiresAt: instant(),
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [index().on(t.memberId)],
);

export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    memberId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    /** e.g. answer_posted, answer_accepted, mentioned, chat_offered, post_hidden. */
    kind: text().notNull(),
    actorId: reference().references(() => members.id, { onDelete: "set null" }),
    threadId: reference(),
    /** Path inside the site, without locale prefix. */
    path: text().notNull(),
    /** What the text names: title, reason … */
    values: jsonb().$type<Record<string, string | number>>().notNull().default({}),
    /** One notice per cause: repeated jobs insert once. */
    dedupeKey: text(),
    createdAt: createdAt(),
    readAt: instant(),
  },
  (t) => [
    index().on(t.memberId, t.id.desc().nullsFirst()),
    index("notifications_unread").on(t.memberId).where(sql`${t.readAt} is null`),
    uniqueIndex().on(t.memberId, t.dedupeKey),
  ],
);
