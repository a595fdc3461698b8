import { type Runner, type Task, run } from "graphile-worker";
import { pool } from "@/db/client";
import { sendQueuedMail } from "@/lib/mails/send-queued-mail";
import { forgetExpired } from "@/lib/members/forget-expired";
import { raiseTrust } from "@/lib/members/raise-trust";
import { refreshName } from "@/lib/members/refresh-name";
import { log } from "@/lib/platform/log";

/** After what, which acts run. A listener may run twice and re-checks rights by itself. */
const listeners: Record<string, Array<(payload: never) => Promise<void>>> = {
  "thread.posted": [raiseTrust],
  "answer.posted": [raiseTrust],
  "answer.accepted": [raiseTrust],
  "mail.send": [sendQueuedMail],
  "member.renamed": [refreshName],
  "members.forget_expired": [forgetExpired],
};

/** Told though nobody listens yet: taken all the same, for what stays in the queue slows every look into it. */
const unheard = [
  "answer.edited",
  "answer.rejected",
  "answer.status",
  "answer.unaccepted",
  "answer.unrejected",
  "category.created",
  "category.edited",
  "comment.edited",
  "comment.posted",
  "comment.status",
  "tag.edited",
  "thread.closed",
  "thread.edited",
  "thread.locked",
  "thread.me_too",
  "thread.moved",
  "thread.pinned",
  "thread.reopened",
  "thread.status",
  "thread.unlocked",
  "thread.unpinned",
  "vote.set",
];

/** Cron lines of graphile-worker: minute hour day month weekday, task name. */
const schedules: string[] = ["17 3 * * * members.forget_expired"];

/** Starts the worker of this process; `stop()` lets running jobs finish. */
export async function startWorker(): Promise<Runner> {
  const taskList: Record<string, Task> = Object.fromEntries(unheard.map((name) => [name, async () => {}]));
  for (const [name, acts] of Object.entries(listeners)) {
    taskList[name] = async (payload) => {
      for (const act of acts) await act(payload as never);
    };
  }
  const runner = await run({
    pgPool: pool(),
    taskList,
    crontab: schedules.join("\n"),
    concurrency: 3,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: log.worker,
  });
  runner.promise.catch((error: unknown) => log.error("worker stopped", error));
  return runner;
}
