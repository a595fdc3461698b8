import { expect, test } from "@playwright/test";
import { makeAgent, makeAsker, makeChatPlace } from "@/db/testing/chat";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { heard, offerMs } from "./support/conversation";
import { languages } from "./support/language";
import { openAs } from "./support/people";

const [, { chat, to, browser: language }] = languages;

test("an agent accepts, answers, asks a colleague, hands over in vain and closes, without a mouse", async ({ browser, baseURL }) => {
  const place = await makeChatPlace();
  const agent = await makeAgent(place, { online: false });
  const colleague = await makeAgent(place, { online: false });
  const { asker, threadId } = await makeAsker(place, { locale: "de" });
  const { page: desk, context } = await openAs(browser, baseURL, agent.name, language);
  const { page: room, context: home } = await openAs(browser, baseURL, asker.name, language);
  const { keyboard } = desk;
  const keys = async (...pressed: string[]) => {
    for (const key of pressed) await keyboard.press(key);
  };
  const dialog = desk.getByRole("dialog");
  const log = desk.getByRole("region", { name: chat("console.log") });

  await desk.goto(to("/staff/inbox"));
  // Its script says which column is looked at: from then on the keys are heard.
  await expect(desk.locator("main[data-pane]")).toBeVisible();
  // Past the places, to the list; its first stop says whether one is there.
  await keys("Tab", "Enter", "Tab", "Enter", "ArrowDown", "Enter");
  await expect(desk.getByLabel(chat("console.presence", { state: chat("console.presence.online") }))).toBeFocused();
  const { conversationId } = await escalateThread(asker, threadId, { choice: "chat" });
  await room.goto(to(`/chat/${conversationId}`));

  await expect(desk.getByRole("alertdialog")).toBeVisible({ timeout: offerMs });
  await keys("a");
  const reply = desk.getByRole("textbox", { name: chat("console.replyTo", { name: asker.displayName.split(" ")[0] ?? "" }) });
  await expect(reply).toBeFocused();
  await keyboard.type("Guten Tag, ich sehe es mir an.");
  await keys("Control+Enter", "Control+Enter");
  await expect(heard(room, "Guten Tag, ich sehe es mir an.")).toHaveCount(1);

  await keys("Escape");
  await expect(log).toBeFocused();
  await keys("n");
  await keyboard.type(`Bitte ansehen: @${colleague.name.slice(0, -1)}`);
  await expect(desk.getByRole("option", { name: colleague.name })).toHaveAttribute("aria-selected", "true");
  await keys("Enter");
  await keyboard.type("kennst du das?");
  await keys("Control+Enter");
  await expect(heard(desk, `Bitte ansehen: @${colleague.name} kennst du das?`)).toHaveCount(1);
  await expect(desk.getByRole("status").filter({ hasText: colleague.displayName })).toBeVisible();

  await keys("Escape", "t");
  const target = dialog.getByLabel(chat("transfer.to"));
  await expect(target).toBeFocused();
  await expect(target.locator(`option[value="d${place.departmentId}"]`)).toBeDisabled();
  await keys("Escape", "c");
  await expect(dialog.getByRole("radio").first()).toBeFocused();
  await keys("ArrowUp", "Tab", "ArrowDown", "Control+Enter");
  await expect(dialog).toHaveCount(0);
  await expect(room.getByText(chat("chat.system.closed"))).toBeVisible();

  await expect(desk.getByRole("region", { name: chat("console.presence.wrap_up") })).toBeVisible();
  await keys("w");
  await expect(desk.getByLabel(chat("console.presence", { state: chat("console.presence.online") }))).toBeVisible();
  await expect(room.getByText("kennst du das?")).toHaveCount(0);
  for (const one of [context, home]) await one.close();
});
