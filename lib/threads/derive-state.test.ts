import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveState, stateAfterAnswer } from "./derive-state";

describe("deriveState", () => {
  it.each([
    [0, 0, 0, false, "unanswered"],
    [0, 1, 0, false, "answered"],
    [0, 1, 1, false, "answered"],
    [0, 0, 1, false, "rejected"],
    [0, 0, 3, false, "rejected"],
    [1, 0, 0, false, "solved"],
    [2, 3, 1, false, "solved"],
    [0, 0, 0, true, "escalated"],
    [0, 2, 0, true, "escalated"],
    [0, 0, 2, true, "escalated"],
    [1, 1, 0, true, "solved"],
  ] as const)("%i accepted, %i open, %i rejected, conversation %s: %s", (accepted, open, rejected, conversation, state) => {
    expect(deriveState({ accepted, open, rejected, conversation, helped: false })).toBe(state);
  });

  it.each([
    [0, 0, false, "answered"],
    [0, 2, false, "answered"],
    [1, 0, false, "solved"],
    [0, 0, true, "escalated"],
  ] as const)("helped elsewhere, %i accepted, %i rejected, conversation %s: %s", (accepted, rejected, conversation, state) => {
    expect(deriveState({ accepted, open: 0, rejected, conversation, helped: true })).toBe(state);
  });

  it("agrees with the shortcut for one more answer", () => {
    const facts = fc.record({
      accepted: fc.nat(2),
      open: fc.nat(2),
      rejected: fc.nat(2),
      conversation: fc.boolean(),
      helped: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, fc.boolean(), (before, byAsker) => {
        const after = byAsker ? before : { ...before, open: before.open + 1 };
        expect(stateAfterAnswer(deriveState(before), byAsker)).toBe(deriveState(after));
      }),
    );
  });
});
