import { parseCronItems, type Runner, run, type Task } from "graphile-worker";
import pg from "pg";
import { forgetReads } from "@/lib/articles/forget-reads";
import { keepArticlesFresh } from "@/lib/articles/keep-articles-fresh";
import { remindOfCalls } from "@/lib/bookings/remind-of-calls";
import { checkBack } from "@/lib/conversations/check-back";
import { forgetConversations } from "@/lib/conversations/forget-conversations";
import { tellAbsent } from "@/lib/conversations/tell-absent";
import { tellLateConsults } from "@/lib/conversations/tell-late-consults";
import { openEscalation } from "@/lib/escalations/open-escalation";
import { runDueSteps } from "@/lib/escalations/run-due-steps";
import { restartEscalation, stopEscalation } from "@/lib/escalations/stop-escalation";
import { forgetExports } from "@/lib/exports/forget-exports";
import { makeExport } from "@/lib/exports/make-export";
import { deleteDropped } from "@/lib/files/drop-file";
import { forgetFollowUps } from "@/lib/follow-ups/forget-follow-ups";
import { keepFollowUps } from "@/lib/follow-ups/keep-follow-ups";
import { sendQueuedMail } from "@/lib/mails/send-queued-mail";
import { eraseAccounts } from "@/lib/members/erase-accounts";
import { forgetExpired } from "@/lib/members/forget-expired";
import { raiseTrust } from "@/lib/members/raise-trust";
import { refreshName } from "@/lib/members/refresh-name";
import { tellOfAcceptance } from "@/lib/notifications/tell-of-acceptance";
import { tellOfAnswer } from "@/lib/notifications/tell-of-answer";
import { tellOfArticle } from "@/lib/notifications/tell-of-article";
import { tellOfComment } from "@/lib/notifications/tell-of-comment";
import { tellOfThread } from "@/lib/notifications/tell-of-thread";
import { forgetOldRows } from "@/lib/platform/forget-old-rows";
import { log } from "@/lib/platform/log";
import { clearRateLimits } from "@/lib/platform/rate-limit";
import { keepPromises } from "@/lib/promises/keep-promises";
import { pushNotification } from "@/lib/push/push-notification";
import { pushOffer } from "@/lib/push/push-offer";
import { offerNext } from "@/lib/queue/offer-next";
import { startQueueClock } from "@/lib/queue/run-queue";
import { calibrateSuggestions } from "@/lib/search/calibrate-suggestions";
import { collectGold } from "@/lib/search/collect-gold";
import { followChanges } from "@/lib/search/follow-changes";
import { forgetQueries } from "@/lib/search/forget-queries";
import { gatherGaps } from "@/lib/search/gather-gaps";
import { indexChanges } from "@/lib/search/index-changes";
import { tellOfNewHits } from "@/lib/search/tell-of-new-hits";
import { linkToConversation, linkToQuestion } from "@/lib/search/link-searches";
import { measureQuality } from "@/lib/search/measure-quality";
import { replayGaps } from "@/lib/search/replay-gaps";
import { keepShifts } from "@/lib/shifts/keep-shifts";

/** After what, which acts run. A listener may run twice and re-checks rights by itself. */
const listeners: Record<string, Array<(payload: never) => Promise<void>>> = {
  "thread.posted": [raiseTrust, tellOfThread, openEscalation, linkToQuestion],
  "conversation.opened": [linkToConversation],
  "conversation.answered": [stopEscalation],
  "answer.posted": [raiseTrust, tellOfAnswer],
  "answer.accepted": [raiseTrust, tellOfAcceptance, stopEscalation],
  "answer.rejected": [restartEscalation],
  "answer.unaccepted": [restartEscalation],
  "thread.closed": [stopEscalation],
  "thread.locked": [stopEscalation],
  "thread.status": [stopEscalation],
  "queue.offer": [async ({ departmentId }: { departmentId: number }) => void (await offerNext(departmentId))],
  "escalations.due": [async () => void (await runDueSteps())],
  "bookings.remind": [remindOfCalls],
  "conversations.check_back": [checkBack],
  "conversations.tell_absent": [tellAbsent, tellLateConsults],
  "file.dropped": [deleteDropped],
  "export.asked": [makeExport],
  "comment.posted": [tellOfComment],
  "article.transitioned": [tellOfArticle],
  "articles.keep_fresh": [keepArticlesFresh],
  "follow_ups.keep": [keepFollowUps],
  "shifts.keep": [keepShifts],
  "platform.forget": [forgetOldRows, forgetQueries, forgetReads, forgetFollowUps, forgetConversations, forgetExports, eraseAccounts, clearRateLimits],
  "mail.send": [sendQueuedMail],
  "push.send": [(payload: { notificationId: number }) => pushNotification(payload)],
  "push.offer": [(payload: { offerId: number }) => pushOffer(payload)],
  "member.deleted": [eraseAccounts],
  "member.renamed": [refreshName],
  "search.learn": [collectGold, measureQuality, calibrateSuggestions, replayGaps, gatherGaps],
  "search.index": [async () => void (await indexChanges())],
  "members.forget_expired": [forgetExpired],
  "search.tell_new": [tellOfNewHits],
};

/** Told though nobody listens yet: taken all the same, for what stays in the queue slows every look into it. */
const unheard = [
  "answer.edited",
  "answer.status",
  "answer.unrejected",
  "appeal.posted",
  "post.flagged",
  "category.created",
  "category.edited",
  "comment.edited",
  "comment.status",
  "conversation.closed",
  "tag.edited",
  "thread.edited",
  "thread.me_too",
  "thread.moved",
  "thread.pinned",
  "thread.reopened",
  "thread.unlocked",
  "thread.unpinned",
  "vote.set",
];

/** When which task runs by itself: minute hour day month weekday (UTC). */
const schedules = [
  { match: "* * * * *", task: "escalations.due" },
  { match: "* * * * *", task: "bookings.remind" },
  { match: "* * * * *", task: "follow_ups.keep" },
  { match: "* * * * *", task: "shifts.keep" },
  { match: "* * * * *", task: "conversations.tell_absent" },
  { match: "* * * * *", task: "search.index" },
  { match: "23 2 * * *", task: "search.learn" },
  { match: "17 3 * * *", task: "members.forget_expired" },
  { match: "0 6 * * *", task: "search.tell_new" },
  { match: "7 * * * *", task: "platform.forget" },
  { match: "12 * * * *", task: "conversations.check_back" },
  { match: "*/10 * * * *", task: "articles.keep_fresh" },
];

/** Starts the worker of this process; `stop()` lets running jobs finish. */
export async function startWorker(): Promise<Runner> {
  const taskList: Record<string, Task> = Object.fromEntries(unheard.map((name) => [name, async () => {}]));
  for (const [name, acts] of Object.entries(listeners)) {
    taskList[name] = async (payload) => {
      for (const act of acts) await act(payload as never);
    };
  }
  const jobs = jobPool();
  const runner = await run({
    pgPool: jobs,
    taskList,
    parsedCronItems: parseCronItems(schedules),
    concurrency: 2,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: log.worker,
  });
  runner.promise.catch((error: unknown) => log.error("worker stopped", error));
  // The index follows every write within a second; the schedule above is there should this ever end.
  const index = followChanges();
  const queue = startQueueClock({ beside: keepPromises, woken: runDueSteps });
  const stop = async (reason?: string) => {
    await index.stop();
    await queue.stop();
    await runner.stop(reason);
    await jobs.end();
  };
  return { ...runner, stop };
}

/**
 * Taking and ticking off a job need not wait for the disk: if the server dies in that moment the job
 * runs once more, which every job allows for. What jobs write is written durably, through the pool of all.
 */
function jobPool(): pg.Pool {
  const jobs = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4, application_name: "kundig jobs", options: "-c synchronous_commit=off" });
  jobs.on("error", (error) => log.warn("job connection lost", { error: error.message }));
  jobs.on("connect", (client) => client.on("error", () => {}));
  return jobs;
}
