import { inArray, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import {
  accessTokens, accounts, agentPresence, agentSkills, answers, appeals, articleContributors, articleFeedback, articleReads,
  articleRevisions, articles, auditLog, comments, consults, conversationEvents, conversationReads, conversations, dataExports,
  decisions, departmentMembers, escalations, expertTopics, files, flags, followUps, goldPairs, holds, macros, mails,
  memberEventCounters, memberEvents, members, messages, meToos, notifications, offers, oneTimeTokens, promises, publications,
  pushSubscriptions, repeats, revisions, sanctions, savedSearches, searchDocuments, searchGaps, searchQueries, searchRules,
  sessions, shifts, subscriptions, suggestionOptOuts, suggestionOutcomes, threadMerges, threads, transfers, votes,
} from "@/db/schema";
import { secretKinds } from "@/lib/mails/secret-kinds";

export type ExportPart = {
  /** The column that says whose a row is. */
  by: PgColumn;
  /** Keys, and what is made of the rest. */
  without?: PgColumn[];
  also?: Record<string, SQL>;
};

/** What is given to a member as it lies in the tables: every row that is theirs. Conversations are read apart. */
export const exportParts: Record<string, ExportPart> = {
  profile: { by: members.id, without: [members.passwordHash] },
  expertTopics: { by: expertTopics.memberId },
  identities: { by: accounts.memberId },
  sessions: { by: sessions.memberId, without: [sessions.tokenHash] },
  accessTokens: { by: accessTokens.memberId, without: [accessTokens.secretHash] },
  pushSubscriptions: { by: pushSubscriptions.memberId, without: [pushSubscriptions.p256dh, pushSubscriptions.auth] },
  threads: {
    by: threads.authorId,
    without: [threads.bodyHtml],
    also: {
      path: sql`'/t/' || ${threads.id} || '/' || ${threads.slug}`,
      category: sql`(select slug from categories where categories.id = threads.category_id)`,
      tags: sql`array(select tags.slug from thread_tags join tags on tags.id = tag_id where thread_id = threads.id)`,
    },
  },
  answers: { by: answers.authorId, without: [answers.bodyHtml], also: { path: sql`'/t/' || ${answers.threadId} || '#answer-' || ${answers.id}` } },
  comments: { by: comments.authorId, without: [comments.bodyHtml], also: { path: sql`'/t/' || ${comments.threadId}` } },
  votes: { by: votes.memberId },
  sameProblem: { by: meToos.memberId },
  following: { by: subscriptions.memberId },
  articles: { by: articles.ownerId },
  articleTexts: { by: articleRevisions.editorId, without: [articleRevisions.bodyHtml, articleRevisions.toc] },
  articleContributions: { by: articleContributors.memberId },
  articleFeedback: { by: articleFeedback.memberId, without: [articleFeedback.voice] },
  articlesRead: { by: articleReads.memberId },
  files: { by: files.ownerId, without: [files.sha256, files.ownerOnly], also: { path: sql`'/files/' || ${files.id}` } },
  searches: { by: searchQueries.memberId, without: [searchQueries.voice] },
  savedSearches: { by: savedSearches.memberId },
  suggestions: { by: suggestionOutcomes.memberId },
  suggestionOptOut: { by: suggestionOptOuts.memberId },
  notifications: { by: notifications.memberId, without: [notifications.dedupeKey] },
  letters: {
    by: mails.memberId,
    without: [mails.html, mails.dedupeKey, mails.error],
    also: { text: sql`case when ${inArray(mails.kind, [...secretKinds])} then '' else ${mails.text} end` },
  },
  escalations: { by: escalations.askerId, without: [escalations.policy] },
  readUpTo: { by: conversationReads.memberId },
  followUps: { by: followUps.memberId, without: [followUps.causes, followUps.dueAt, followUps.remindedAt] },
  reports: { by: flags.memberId, without: [flags.weight, flags.caseId] },
  sanctions: { by: sanctions.memberId },
  appeals: { by: appeals.memberId },
  departments: { by: departmentMembers.memberId },
  skills: { by: agentSkills.memberId },
  presence: { by: agentPresence.memberId },
  shifts: { by: shifts.memberId },
  offers: { by: offers.agentId },
  savedReplies: { by: macros.ownerId },
  deeds: { by: auditLog.actorId, without: [auditLog.actorKind] },
};

/** Who reads a column that names a member asks why it is not in the export: here is the answer. */
export const leftOut: { why: string; columns: PgColumn[] }[] = [
  { why: "given in a shape of its own, by read-own-conversations.ts and read-about-posts.ts", columns: [conversations.askerId, messages.authorId] },
  { why: "opens the account, and is gone within a day", columns: [oneTimeTokens.memberId] },
  { why: "what was told to somebody else is theirs", columns: [notifications.actorId] },
  {
    why: "work on what other people asked: their private conversations; that it was done stands among the deeds",
    columns: [
      escalations.ownerId, conversations.agentId, conversations.closedById, conversationEvents.actorId, transfers.fromId,
      transfers.agentId, consults.memberId, consults.askedById, consults.answeredById, repeats.agentId, publications.reviewedById,
      promises.acknowledgedById, followUps.ownerId, followUps.endedById,
    ],
  },
  {
    why: "a decision about what somebody else wrote or did; that it was taken stands among the deeds",
    columns: [
      answers.acceptedById, articles.verifiedById, revisions.editorId, decisions.actorId, sanctions.issuedById,
      appeals.decidedById, threadMerges.memberId, searchRules.createdById, goldPairs.decidedById, searchGaps.ownerId, searchGaps.closedById,
    ],
  },
  { why: "to know of a hold could defeat it", columns: [holds.memberId, holds.heldById] },
  { why: "copies of the above, made to be found or to be told to open screens", columns: [searchDocuments.authorId, memberEvents.memberId, memberEventCounters.memberId] },
  { why: "the export itself", columns: [dataExports.memberId] },
];
