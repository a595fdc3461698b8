import { describe, expect, it } from "vitest";
import {
  type LadderAction,
  type ThreadState,
  decideStep,
  defaultLadder,
  dueTimes,
  policyFor,
} from "@/lib/escalations/ladder";
import { isOpen } from "@/lib/hours/calendar";
import { calendarInput } from "@/lib/hours/input";

const office = calendarInput.parse({
  zone: "Europe/Berlin",
  weekly: [0, 1, 2, 3, 4].map((day) => ({ day, from: "09:00", to: "17:00" })),
  holidays: { land: "BY" },
});
const closed = calendarInput.parse({ zone: "Europe/Berlin", weekly: [] });

/** Maundy Thursday afternoon: Good Friday and Easter Monday are holidays. */
const beforeEaster = new Date("2026-04-02T15:50+02:00");

const untouched: ThreadState = {
  answered: false,
  declined: false,
  humanReply: false,
  solved: false,
  open: true,
};

describe("dueTimes over the Easter weekend", () => {
  const due = dueTimes(defaultLadder, office, beforeEaster);

  it.each<[LadderAction, number, string]>([
    ["similar", 0, "2026-04-02T15:50+02:00"],
    ["nudge_experts", 0, "2026-04-02T16:05+02:00"],
    ["inbox", 0, "2026-04-02T16:50+02:00"],
    ["offer_chat", 0, "2026-04-07T09:20+02:00"],
    ["assign_owner", 0, "2026-04-07T09:50+02:00"],
    ["alert_supervisor", 0, "2026-04-07T15:50+02:00"],
    ["alert_lead", 0, "2026-04-09T15:50+02:00"],
    ["alert_lead", 1, "2026-04-10T15:50+02:00"],
    ["alert_lead", 2, "2026-04-13T09:00+02:00"],
    ["alert_lead", 3, "2026-04-14T09:00+02:00"],
  ])("%s (%i) falls due at %s", (action, occurrence, at) => {
    const step = due.filter((candidate) => candidate.action === action)[occurrence];
    expect(step?.dueAt).toEqual(new Date(at));
  });

  it("repeats the last step nine times, in order, under levels of their own", () => {
    expect(due.map(({ level }) => level)).toEqual([...due.keys()]);
    expect(due.filter(({ action }) => action === "alert_lead")).toHaveLength(10);
    expect(due).toEqual([...due].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime()));
  });

  it("wakes nobody outside the hours", () => {
    const night = dueTimes(defaultLadder, office, new Date("2026-04-03T23:00+02:00")).slice(1);
    const beforeTheEnd = night.map(({ dueAt }) => new Date(dueAt.getTime() - 1));
    expect(
      night.every(({ dueAt }, n) => isOpen(office, dueAt) || isOpen(office, beforeTheEnd[n] ?? dueAt)),
    ).toBe(true);
    expect(night[0]?.dueAt).toEqual(new Date("2026-04-07T09:15+02:00"));
  });

  it("leaves out what never falls due", () => {
    expect(dueTimes(defaultLadder, closed, beforeEaster).map(({ action }) => action)).toEqual(["similar"]);
  });
});

describe("policyFor", () => {
  it("is the default ladder without an override", () => {
    expect(policyFor(null)).toEqual(defaultLadder);
    expect(policyFor([])).toEqual(defaultLadder);
  });

  it("moves, drops and renumbers steps, and leaves the default alone", () => {
    const policy = policyFor([
      { action: "offer_chat", afterMinutes: 10 },
      { action: "nudge_experts", afterMinutes: null },
    ]);
    expect(
      policy.map(({ level, action, afterMinutes }) => [level, action, afterMinutes]).slice(0, 4),
    ).toEqual([
      [0, "similar", 0],
      [1, "offer_chat", 10],
      [2, "inbox", 60],
      [3, "assign_owner", 120],
    ]);
    expect(defaultLadder[1]?.action).toBe("nudge_experts");
  });
});

describe("decideStep", () => {
  const actions = defaultLadder.map(({ action }) => action);
  const outcomes = (state: Partial<ThreadState>) =>
    Object.fromEntries(
      defaultLadder.map((step) => [step.action, decideStep(step, { ...untouched, ...state })]),
    );
  const all = (outcome: string) => Object.fromEntries(actions.map((action) => [action, outcome]));

  it.each<[string, Partial<ThreadState>, Record<string, string>]>([
    ["runs every step while nobody answers", {}, all("run")],
    ["ends when solved", { solved: true }, all("stop")],
    ["ends when the thread is locked or gone", { open: false }, all("stop")],
    ["skips what an answer settles", { answered: true }, { ...all("skip"), similar: "run" }],
    ["offers no second time what was declined", { declined: true }, { ...all("run"), offer_chat: "skip" }],
    [
      "alerts nobody once staff wrote, and still lets the community answer",
      { humanReply: true },
      { ...all("run"), assign_owner: "skip", alert_supervisor: "skip", alert_lead: "skip" },
    ],
  ])("%s", (_, state, expected) => {
    expect(outcomes(state)).toEqual(expected);
  });

  it("goes on when the answer is taken away again", () => {
    const [step] = defaultLadder.slice(2);
    expect(step && decideStep(step, { ...untouched, answered: true })).toBe("skip");
    expect(step && decideStep(step, untouched)).toBe("run");
  });
});
