import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { now } from "@/lib/platform/clock";
import { wilsonInterval } from "@/lib/platform/wilson-interval";
import type { ChatRow, Ending, InsightsView, QuestionRow } from "./insights-view";
import { isWithin, type Part, type Period, type PeriodName, periodOf, wallClock } from "./period";
import { canSeeInsights } from "./permissions";
import { readChats } from "./read-chats";
import { readHelpful } from "./read-helpful";
import { readRepeats } from "./read-repeats";
import { readQuestions, TARGET_MINUTES } from "./read-questions";
import { countSearches, readMissing, readSuggestions, type SuggestionDay } from "./read-searches";
import { mean, median, quantile, share } from "./statistics";

const SHOWN_ROWS = 6;
const HEAT_FROM = 8;
const HEAT_COLUMNS = 7;

/** What became of questions, searches and chats, beside the equally long time before. For staff. 9 queries. */
export async function getInsights(actor: Actor, wish: { period: PeriodName; departmentId?: number | null }): Promise<InsightsView> {
  assertCan(canSeeInsights(actor));
  const period = periodOf(wish.period, now());
  const { from, to, before } = period;
  const departmentId = wish.departmentId ?? null;
  const [questions, chats, suggestions, searches, missing, helpful, repeats] = await Promise.all([
    readQuestions(before.start, to, departmentId),
    readChats(before.start, to, departmentId),
    readSuggestions(before.start, to),
    countSearches(from, to),
    readMissing(from, to, SHOWN_ROWS),
    readHelpful(SHOWN_ROWS),
    readRepeats(from, to, departmentId),
  ]);
  const span: Part = { start: from, end: to };
  const asked = questions.filter(({ createdAt }) => isWithin(span, createdAt));
  const askedBefore = questions.filter(({ createdAt }) => isWithin(before, createdAt));
  return {
    period: period.name,
    parts: period.parts.map(({ start }) => start),
    asked: asked.length,
    ...endings(period, asked, suggestions),
    ...alone(asked, askedBefore, suggestions, span, before),
    ...replies(period, asked, askedBefore),
    searches,
    suggestions: outcomes(suggestions.filter(({ at }) => isWithin(span, at))),
    chats: chatFigures(chats.filter(({ createdAt }) => isWithin(span, createdAt)), chats.filter(({ createdAt }) => isWithin(before, createdAt))),
    waits: heat(chats.filter(({ createdAt }) => isWithin(span, createdAt))),
    repeats,
    missing,
    helpful,
  };
}

function endings(period: Period, asked: QuestionRow[], suggestions: SuggestionDay[]): Pick<InsightsView, "endings"> {
  const count = (rows: QuestionRow[], ending: Ending) => rows.filter((row) => row.ending === ending).length;
  return {
    endings: period.parts.map((part) => {
      const rows = asked.filter(({ createdAt }) => isWithin(part, createdAt));
      const found = suggestions.filter(({ at, deflected }) => deflected && isWithin(part, at)).length;
      return {
        found,
        members: count(rows, "members"),
        company: count(rows, "company"),
        chat: count(rows, "chat"),
        open: count(rows, "open"),
        unanswered: count(rows, "unanswered"),
      };
    }),
  };
}

/** Found while asking, or solved by members: of all who wanted to know something. */
function alone(asked: QuestionRow[], askedBefore: QuestionRow[], suggestions: SuggestionDay[], span: Part, before: Part): Pick<InsightsView, "solvedAlone"> {
  const of = (rows: QuestionRow[], part: Part) => {
    const found = suggestions.filter(({ at, deflected }) => deflected && isWithin(part, at)).length;
    return { part: found + rows.filter(({ ending }) => ending === "members").length, whole: found + rows.length };
  };
  const [present, past] = [of(asked, span), of(askedBefore, before)];
  return { solvedAlone: { now: share(present.part, present.whole), before: share(past.part, past.whole), ...present } };
}

function replies(period: Period, asked: QuestionRow[], askedBefore: QuestionRow[]): Pick<InsightsView, "firstReply" | "target" | "replyTimes"> {
  const minutes = (rows: QuestionRow[]) => rows.flatMap(({ replyMinutes }) => (replyMinutes === null ? [] : [replyMinutes]));
  const due = (rows: QuestionRow[]) => rows.filter(({ inTarget }) => inTarget !== null);
  const met = (rows: QuestionRow[]) => rows.filter(({ inTarget }) => inTarget === true).length;
  const present = minutes(asked);
  return {
    firstReply: { now: median(present), before: median(minutes(askedBefore)), p90: quantile(present, 0.9), count: present.length },
    target: {
      minutes: TARGET_MINUTES,
      met: met(asked),
      due: due(asked).length,
      now: share(met(asked), due(asked).length),
      before: share(met(askedBefore), due(askedBefore).length),
    },
    replyTimes: period.parts.map((part) => {
      const values = minutes(asked.filter(({ createdAt }) => isWithin(part, createdAt)));
      return { median: median(values), p90: quantile(values, 0.9), count: values.length };
    }),
  };
}

function outcomes(rows: SuggestionDay[]): InsightsView["suggestions"] {
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  const deflected = rows.filter((row) => row.deflected).length;
  const honest = rows.length === 0 ? null : wilsonInterval(deflected, rows.length);
  return {
    left_satisfied: count("left_satisfied"),
    me_too: count("me_too"),
    posted_anyway: count("posted_anyway"),
    abandoned: count("abandoned"),
    deflected,
    low: honest?.low ?? null,
    high: honest?.high ?? null,
  };
}

function chatFigures(rows: ChatRow[], past: ChatRow[]): InsightsView["chats"] {
  const numbers = (from: ChatRow[], key: "waitSeconds" | "firstReplySeconds" | "savedSeconds" | "rating") => from.flatMap((row) => row[key] ?? []);
  const waits = numbers(rows, "waitSeconds");
  const ratings = numbers(rows, "rating");
  const count = (disposition: string) => rows.filter((row) => row.disposition === disposition).length;
  return {
    count: rows.length,
    accepted: waits.length,
    left: rows.filter(({ state }) => state === "left").length,
    answered: rows.filter(({ state }) => state === "answered").length,
    savedSeconds: numbers(rows, "savedSeconds").reduce((sum, seconds) => sum + seconds, 0),
    wait: { now: median(waits), before: median(numbers(past, "waitSeconds")), p80: quantile(waits, 0.8) },
    firstReply: median(numbers(rows, "firstReplySeconds")),
    dispositions: { publish: count("publish"), linked: count("linked"), private: count("private") },
    rating: { now: mean(ratings), before: mean(numbers(past, "rating")), count: ratings.length },
  };
}

function heat(rows: ChatRow[]): InsightsView["waits"] {
  const cells: number[][][] = Array.from({ length: 7 }, () => Array.from({ length: HEAT_COLUMNS }, () => []));
  for (const { createdAt, waitSeconds } of rows) {
    const { day, hour } = wallClock(createdAt);
    if (waitSeconds !== null) cells[day]?.[Math.floor((hour - HEAT_FROM) / 2)]?.push(waitSeconds / 60);
  }
  return cells.map((day) => day.map(median));
}
