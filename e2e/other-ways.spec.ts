import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { makeAgent, makeAsker, makeChat, makeChatPlace, say as write } from "@/db/testing/chat";
import { closeConversation } from "@/lib/conversations/close-conversation";
import { enqueue } from "@/lib/platform/jobs";
import { setPresence } from "@/lib/presence/set-presence";
import { expectAccessible } from "./support/axe";
import { heard, say } from "./support/conversation";
import { languages } from "./support/language";
import { ask, openAs } from "./support/people";

const [english, german] = languages;
const phone = "0151 23456789";

test("instead of waiting: a call that is moved and cancelled, then a message with the bill, and the company sees each", async ({ browser, baseURL }) => {
  const { chat, t, to, browser: language } = german;
  const place = await makeChatPlace();
  const agent = await makeAgent(place, { online: false });
  const { asker, threadId } = await makeAsker(place, { locale: "de" });
  const { page, context } = await openAs(browser, baseURL, asker.name, language);
  const { page: desk, context: office } = await openAs(browser, baseURL, agent.name, language);
  const { page: wall, context: lead } = await openAs(browser, baseURL, "lena-hartmann", language);
  const calls = desk.getByRole("table", { name: chat("queue.calls.title") });
  const times = page.locator(".slots label");

  await test.step("who stands in line may have a call instead", async () => {
    await desk.goto(to("/staff/inbox"));
    await desk.getByRole("button", { name: chat("console.goOnline") }).click();
    await wall.goto(to("/staff/queue"));
    await page.goto(to(`/chat/new?thread=${threadId}`));
    await page.getByRole("button", { name: chat("room.new.chat") }).click();
    await expect(page.getByRole("region", { name: chat("room.wait.title") })).toBeVisible();
    // Lena belongs to another department.
    await expect(wall.getByRole("cell", { name: asker.displayName })).toBeVisible();
    await page.getByRole("button", { name: chat("room.wait.callback") }).click();
    await expect(wall.getByRole("cell", { name: asker.displayName })).toHaveCount(0);
    await expect(page.getByRole("heading", { name: chat("room.call.when") })).toBeVisible();
    await expect(times.first()).toBeVisible();
    await expectAccessible(page);
  });

  for (const [name, nth] of [["books a time", 20], ["moves it", 22]] as const) {
    await test.step(`the asker ${name}`, async () => {
      // Tomorrow has all its times; of today a late hour leaves few, and the next one may pass meanwhile.
      await page.getByLabel(chat("room.call.day")).selectOption({ index: 1 });
      const time = (await times.nth(nth).textContent()) ?? "";
      await times.nth(nth).click();
      await page.getByLabel(chat("room.call.phone")).fill(phone);
      await page.getByRole("button", { name: chat("room.call.book") }).click();
      await expect(page.getByRole("status").filter({ hasText: phone })).toContainText(time);
      await desk.goto(to("/staff/queue"));
      await expect(calls.getByRole("row").filter({ hasText: phone })).toContainText(time);
      if (nth === 20) await page.getByRole("button", { name: chat("room.call.move") }).click();
    });
  }

  await test.step("it is cancelled, and the company hears of it", async () => {
    await page.getByRole("button", { name: chat("room.call.cancel") }).click();
    await expect(times.first()).toBeVisible();
    await desk.reload();
    await expect(desk.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(desk.getByText(phone)).toHaveCount(0);
  });

  await test.step("a message does as well, with the bill", async () => {
    await page.getByRole("button", { name: chat("room.wait.message") }).click();
    await expect(page.getByRole("heading", { name: chat("room.async.message") })).toBeVisible();
    await page.locator("input[type=file]").setInputFiles({ name: "Rechnung 2025.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") });
    await say(page, chat("room.message.send"), "Hier ist die Rechnung.");
    await desk.goto(to(`/staff/inbox?c=${/\d+$/.exec(page.url())?.[0]}`));
    await expect(heard(desk, "Hier ist die Rechnung.")).toHaveCount(1);
    const [file] = await Promise.all([desk.waitForEvent("download"), desk.getByRole("link", { name: /Rechnung 2025\.pdf/ }).click()]);
    expect(file.suggestedFilename()).toBe("Rechnung 2025.pdf");
    await expectAccessible(desk);
  });

  await test.step("once nobody is there, the open page offers no chat any more", async () => {
    await expect(page.getByRole("button", { name: chat("room.wait.chat") })).toBeVisible();
    // The desk stays open: who signs off elsewhere is off there too.
    await ask(office, "PUT", "/agents/me/presence", { state: "offline" });
    await expect(page.getByRole("button", { name: chat("room.wait.chat") })).toHaveCount(0);
  });

  await test.step("what the lead saves for the department can be taken back", async () => {
    const minutes = wall.getByLabel(t("settings.service.messageMinutes")).first();
    await wall.goto(to(`/staff/settings/departments?id=${place.departmentId}`));
    await minutes.fill("45");
    await wall.getByRole("button", { name: t("common.save") }).first().click();
    await wall.waitForURL(/saved/);
    await expect(minutes).toHaveValue("45");
    await Promise.all([wall.waitForEvent("load"), wall.getByRole("button", { name: t("common.undo") }).click()]);
    await expect(minutes).toHaveValue("60");
  });
  for (const one of [context, office, lead]) await one.close();
});

test("after the end: what was said comes by mail, and three days later somebody asks whether it still works", async ({ browser, baseURL }) => {
  const { chat, to, browser: language } = english;
  const { asker, agent, conversationId } = await makeChat(await makeChatPlace());
  await write(agent, conversationId, "Clean the filter behind the flap.");
  await closeConversation(agent, conversationId, { disposition: "private", reason: "Only about one appliance." });
  await setPresence(agent, { state: "offline" });
  const { page, context } = await openAs(browser, baseURL, asker.name, language);
  const letter = async (words: string) => {
    const { rows } = await db.execute<{ text: string }>(sql`select text from mails where member_id = ${asker.id} and text like ${`%${words}%`}`);
    return rows[0]?.text ?? "";
  };

  await test.step("the transcript", async () => {
    await page.goto(to(`/chat/${conversationId}`));
    await expectAccessible(page);
    await page.getByRole("button", { name: chat("room.closed.transcriptMail") }).click();
    await expect(page.getByText(chat("room.closed.transcriptSent"))).toBeVisible();
    await expect.poll(() => letter("behind the flap")).not.toBe("");
  });

  await test.step("held by the lead for a reason that the customer never sees, and lifted", async () => {
    const reason = "File 17/2026";
    const { page: lead, context: office } = await openAs(browser, baseURL, "lena-hartmann", language);
    await lead.goto(to(`/staff/inbox?c=${conversationId}`));
    await lead.getByRole("button", { name: chat("customer.title") }).click();
    await lead.getByRole("button", { name: chat("hold.open") }).click();
    await lead.getByLabel(chat("hold.reason")).fill(reason);
    await expectAccessible(lead);
    await lead.getByRole("button", { name: chat("hold.save") }).click();
    await expect(lead.getByText(reason)).toBeVisible();
    await page.reload();
    await expect(page.getByRole("button", { name: chat("room.closed.reopen") })).toBeVisible();
    await expect(page.getByText(reason)).toHaveCount(0);
    await lead.goto(to("/staff/settings/holds"));
    await lead.getByRole("row").filter({ hasText: reason }).getByRole("button").click();
    await expect(lead.getByText(reason)).toHaveCount(0);
    await office.close();
  });

  await test.step("the question after three days", async () => {
    await db.execute(sql`update conversations set closed_at = closed_at - interval '73 hours' where id = ${conversationId}`);
    await inTransaction((tx) => enqueue(tx, "conversations.check_back", {}));
    await expect.poll(() => letter("still-solved")).not.toBe("");
    const link = /\S+\/still-solved\S+/.exec(await letter("still-solved"))?.[0] ?? "";
    // Read in another browser, where nobody is signed in.
    const elsewhere = await browser.newContext({ baseURL, locale: language });
    const mailed = await elsewhere.newPage();
    await mailed.goto(link);
    await expectAccessible(mailed);
    await mailed.getByRole("button", { name: chat("room.still.no") }).click();
    await expect(mailed.getByText(chat("room.still.reopened"))).toBeVisible();
    await elsewhere.close();
  });

  await test.step("the same conversation is open again, with everything in it", async () => {
    await page.reload();
    await expect(page.getByRole("heading", { name: chat("room.async.message") })).toBeVisible();
    await expect(heard(page, "Clean the filter behind the flap.")).toHaveCount(1);
  });
  await test.step("closed while something is being written: the words stay, and one press sends them", async () => {
    const words = "And the door sticks.";
    await page.getByRole("textbox", { name: chat("room.message.labelWaiting") }).fill(words);
    await closeConversation(agent, conversationId, { disposition: "private", reason: "Only about one appliance." });
    await expect(page.getByRole("region", { name: chat("room.closed.unsent") })).toContainText(words);
    await expectAccessible(page);
    await page.getByRole("button", { name: chat("room.closed.sendUnsent") }).click();
    await expect(heard(page, words)).toHaveCount(1);
  });
  await context.close();
});
