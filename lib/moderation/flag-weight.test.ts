import { expect, test } from "vitest";
import { flagWeight } from "./flag-weight";

const member = { role: "member", trust: "known" } as const;

test.each([
  [{ ...member, upheld: 0, judged: 0 }, 2],
  [{ ...member, trust: "new", upheld: 3, judged: 5 } as const, 1],
  [{ role: "agent", trust: "known", upheld: 0, judged: 0 } as const, 6],
  [{ ...member, upheld: 10, judged: 10 }, 2 + 8.3],
  [{ ...member, upheld: 20, judged: 20 }, 2 + 10.8],
  [{ ...member, upheld: 14, judged: 20 }, 2],
  [{ ...member, upheld: 0, judged: 20 }, 0],
])("a flag by %o weighs %d", (flagger, weight) => {
  expect(flagWeight(flagger)).toBeCloseTo(weight, 1);
});
