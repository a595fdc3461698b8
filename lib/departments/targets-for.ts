import type { Service } from "./service";

export type Targets = Pick<Service, "firstReplyMinutes" | "nextReplyMinutes" | "messageMinutes" | "resolutionMinutes">;

/** What policies go by. */
export type Question = {
  /** Its own and those above it. */
  categories: number[];
  tags: string[];
  /** Nobody had answered until the ladder offered a chat. */
  unanswered: boolean;
};

/** The minutes promised for a question: of the first policy that fits, and the department's own where that says nothing. */
export function targetsFor({ policies, ...own }: Service, question: Question): Targets {
  const policy = policies.find(({ category, tag, unanswered }) => {
    if (category !== undefined && !question.categories.includes(category)) return false;
    if (tag !== undefined && !question.tags.includes(tag)) return false;
    return question.unanswered || !unanswered;
  });
  return {
    firstReplyMinutes: policy?.firstReplyMinutes ?? own.firstReplyMinutes,
    nextReplyMinutes: policy?.nextReplyMinutes ?? own.nextReplyMinutes,
    messageMinutes: policy?.messageMinutes ?? own.messageMinutes,
    resolutionMinutes: policy?.resolutionMinutes ?? own.resolutionMinutes,
  };
}
