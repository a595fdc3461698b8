/** What the system says inside a conversation; each has a sentence `chat.system.<name>`. */
export const systemNotices = [
  "accepted",
  "transferred",
  "agentReconnecting",
  "agentOnBreak",
  "agentLeft",
  "agentBack",
  "requeued",
  "passedOn",
  "waitedTooLong",
  "callback",
  "message",
  "callMissed",
  "callMoved",
  "callCancelled",
  "withdrawn",
  "closed",
  "reopened",
  "forgotten",
] as const;
export type SystemNotice = (typeof systemNotices)[number];
