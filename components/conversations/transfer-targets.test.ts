import { expect, test } from "vitest";
import type { Agent } from "./chat-api";
import { consoleTexts } from "./console-texts";
import { transferTargets } from "./transfer-targets";

const departments = [
  { id: 1, slug: "machines", name: { de: "Geräte", en: "Machines" } },
  { id: 2, slug: "orders", name: { de: "Bestellung", en: "Orders" } },
];
const agent = (id: number, wishes: Partial<Agent>): Agent => ({
  id, name: `agent-${id}`, displayName: `Agent ${id}`, avatarFileId: null, staff: true, departments: [1], skills: [], state: "online",
  since: "2026-03-02T10:00:00Z", leaseUntil: null, load: 0, capacity: 3, ...wishes,
});
const me = agent(7, { load: 1 });
const handing = { state: "active" as const, agent: me, department: { id: 1, slug: "machines", name: { de: "Geräte", en: "Machines" } } };
const targets = (agents: Agent[], view: Parameters<typeof transferTargets>[2] = handing) => transferTargets(consoleTexts("en"), "en", view, departments, [me, ...agents]);

test("one's own free seats are nobody else's, and a department without anybody cannot be chosen", () => {
  expect(targets([])).toMatchObject([
    { value: "d1", label: "Machines (nobody there)", disabled: true },
    { value: "d2", label: "Orders (nobody there)", disabled: true },
  ]);
});

test("colleagues who are there, with the seats that are free, and what they know", () => {
  expect(targets([agent(8, { departments: [2], load: 3, skills: ["parts"] }), agent(9, { state: "break", skills: ["coffee"] })])).toMatchObject([
    { value: "d1", disabled: true },
    { value: "d2", label: "Orders (full)", disabled: false },
    { value: "a8", label: "Agent 8 (full)" },
    { value: "sparts", label: "parts" },
  ]);
});

test("a message goes to colleagues who come later, too", () => {
  const later = targets([agent(9, { state: "offline" })], { ...handing, state: "message" });
  expect(later.filter(({ disabled }) => !disabled).map(({ label }) => label)).toEqual(["Machines (nobody there)", "Orders (nobody there)", "Agent 9 (offline)"]);
});
