import type { SelectOption } from "@/components/ui/select";
import type { DepartmentRef } from "@/lib/conversations/conversation-view";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Agent, Conversation } from "./chat-api";
import type { ConsoleText } from "./console-texts";

type Handing = Pick<Conversation, "state" | "agent" | "department">;

/**
 * To whom a conversation can be handed. A running chat needs somebody who is there now; a message or a call also
 * goes to who comes later. One's own seats are nobody else's.
 */
export function transferTargets(t: ConsoleText, locale: Locale, view: Handing, departments: DepartmentRef[], agents: Agent[]): SelectOption[] {
  const warm = view.state === "active";
  const others = agents.filter(({ id }) => id !== view.agent?.id);
  const there = others.filter(({ state }) => state === "online");
  const free = (some: Agent[]) => some.reduce((sum, { capacity, load }) => sum + Math.max(0, Math.floor(capacity - load)), 0);
  const seats = (some: Agent[]) => (some.length > 0 ? t("transfer.free", { count: free(some) }) : t("transfer.nobody"));
  return [
    ...departments
      .filter(({ id }) => id !== view.department.id || view.agent !== null)
      .map(({ id, name }) => {
        const staff = there.filter((agent) => agent.departments.includes(id));
        return { value: `d${id}`, label: `${name[locale]} (${seats(staff)})`, group: t("transfer.departments"), disabled: warm && staff.length === 0 };
      }),
    ...(warm ? there : others).map((agent) => ({
      value: `a${agent.id}`,
      label: `${agent.displayName} (${agent.state === "online" ? seats([agent]) : t(`queue.presence.${agent.state}`)})`,
      group: t("transfer.people"),
    })),
    ...[...new Set(there.flatMap(({ skills }) => skills))].sort().map((skill) => ({ value: `s${skill}`, label: skill, group: t("transfer.skills") })),
  ];
}
