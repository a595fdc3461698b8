import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { enqueue } from "@/lib/platform/jobs";
import { expectAccessible } from "./support/axe";
import { acceptOffer, escalationOf, heard, say } from "./support/conversation";
import { handoffWords } from "./support/handoff-words";
import { languages } from "./support/language";
import { ask, openAs } from "./support/people";

// Both stories need the only agent of their department.
test.describe.configure({ mode: "serial" });

for (const { locale, browser: language, t, chat, to } of languages) {
  const words = handoffWords[locale];

  test(`nobody answers, a human takes over and everybody can read what helped, in ${locale}`, async ({ browser, baseURL, request }) => {
    const asker = await openAs(browser, baseURL, words.asker, language);
    const neighbour = await openAs(browser, baseURL, words.neighbour, language);
    const agent = await openAs(browser, baseURL, "marcus-bell", language);
    const expert = await openAs(browser, baseURL, "ines-moreau", language);
    const post = (who: typeof asker, title: string) =>
      ask<{ id: number; url: string }>(who.context, "POST", "/threads", {
        title, body: words.body, category: "connecting", tags: [], locale, facts: [words.fact],
      });
    const { id: threadId, url } = await post(asker, words.title);
    const { page } = asker;
    const desk = agent.page;

    await test.step("nobody is there: message and call back, but no chat", async () => {
      await page.goto(to(`/chat/new?thread=${threadId}`));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(chat("room.new.closed"));
      await expect(page.getByRole("button", { name: chat("room.new.message") })).toBeVisible();
      await expect(page.getByRole("button", { name: chat("room.new.chat") })).toHaveCount(0);
      await expectAccessible(page);
    });

    await test.step("an agent comes, and the screen says so by itself", async () => {
      await desk.goto(to("/staff/inbox"));
      await expectAccessible(desk);
      await desk.getByRole("button", { name: chat("console.goOnline") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(chat("room.new.open"));
      await expect(page.getByRole("button", { name: chat("room.new.chat") })).toBeVisible();
      await expectAccessible(page);
    });

    await test.step("an hour without an answer: an expert is nudged, the asker is offered a human", async () => {
      // The app's ladder offers a human after an hour; its department is open day and night.
      await letPass(threadId, 72);
      await expect.poll(() => escalationOf(page, threadId)).toBe("offered_chat");
      await page.goto(to("/me/notifications"));
      await expect(page.getByText(t("notification.kind.chat_offered", { title: words.title }))).toBeVisible();
      await expert.page.goto(to("/me/notifications"));
      await expect(expert.page.getByText(t("notification.kind.expert_nudge", { title: words.title }))).toBeVisible();
      await page.goto(url);
      await expect(page.getByRole("region", { name: t("human.offer") })).toBeVisible();
      await expectAccessible(page);
    });

    const aside = await post(neighbour, words.neighbourTitle);
    const { conversationId: other } = await ask<{ conversationId: number }>(neighbour.context, "POST", `/threads/${aside.id}/escalation`, { choice: "chat" });

    await test.step("the agent talks with somebody else: the third screen has a place and a range", async () => {
      await acceptOffer(desk, chat("offer.label"), words.neighbourTitle, chat("offer.accept"));
      await page.getByRole("region", { name: t("human.title") }).or(page.getByRole("region", { name: t("human.offer") })).getByRole("link").first().click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(chat("room.new.busy"));
      await expect(page.locator(".human")).toContainText(/\d/);
      await expectAccessible(page);
      await page.getByRole("button", { name: chat("room.new.join") }).click();
      await expect(page.getByRole("region", { name: chat("room.wait.title") }).getByRole("status")).toContainText("1");
      await expect(page.locator(".rng")).toContainText(/\d/);
      await expectAccessible(page);
    });

    await test.step("the asker leaves the page and comes back to the same place", async () => {
      const room = page.url();
      await page.goto(url);
      await page.getByRole("link", { name: t("human.mineGo") }).first().click();
      await expect(page).toHaveURL(room);
      await expect(page.getByRole("region", { name: chat("room.wait.title") }).getByRole("status")).toContainText("1");
    });

    await test.step("the agent sees what is known before accepting", async () => {
      await ask(agent.context, "POST", `/conversations/${other}/close`, { disposition: "private", reason: "One order only" });
      await desk.getByRole("button", { name: chat("wrapUp.ready") }).click();
      const offer = desk.getByRole("alertdialog", { name: chat("offer.label") });
      await expect(offer).toContainText(words.title);
      await desk.getByRole("button", { name: new RegExp(words.title) }).first().click();
      const packet = desk.getByRole("complementary", { name: chat("packet.title") });
      await expect(packet).toContainText(words.fact.value);
      await expectAccessible(desk);
      await offer.getByRole("button", { name: chat("offer.accept") }).click();
      await expect(desk.getByRole("textbox", { name: chat("console.replyTo", { name: firstNameOf(words.asker) }) })).toBeVisible();
      await expect(packet).toContainText(words.fact.value);
    });

    await test.step("both write, and messages arrive at once", async () => {
      await say(desk, chat("console.send"), words.hello);
      await expect(heard(page, words.hello)).toHaveCount(1);
      await say(page, chat("room.message.send"), words.secret);
      await expect(heard(desk, words.secret)).toHaveCount(1);
      await expectAccessible(page);
      await expectAccessible(desk);
    });

    const visitor = await browser.newContext({ baseURL, locale: language });
    const passerBy = await visitor.newPage();
    await test.step("at the question's own address: the branch for the two in it, a marker for everybody else", async () => {
      for (const reader of [passerBy, neighbour.page]) {
        await reader.goto(url);
        await expect(reader.locator(".evli.live")).toContainText(/Nordhang/);
        await expect(reader.getByRole("log")).toHaveCount(0);
      }
      for (const { context } of [asker, agent]) {
        const inside = await context.newPage();
        await inside.goto(url);
        await expect(heard(inside, words.secret)).toHaveCount(1);
        await expect(inside.locator(".evli.live")).toHaveCount(0);
        await expectAccessible(inside);
        await inside.close();
      }
    });

    await test.step("a reload and a dropped connection lose nothing and double nothing", async () => {
      await page.reload();
      await expect(heard(page, words.secret)).toHaveCount(1);
      await asker.context.setOffline(true);
      await say(page, chat("room.message.send"), words.dropped);
      await expect(heard(page, words.dropped)).toHaveCount(1);
      await say(desk, chat("console.send"), words.meanwhile);
      await expect(heard(desk, words.meanwhile)).toHaveCount(1);
      await asker.context.setOffline(false);
      await expect(heard(desk, words.dropped)).toHaveCount(1, { timeout: 30_000 });
      await expect(heard(page, words.meanwhile)).toHaveCount(1, { timeout: 30_000 });
      await say(desk, chat("console.send"), words.solution);
      await expect(heard(page, words.solution)).toHaveCount(1);
      for (const side of [page, desk]) {
        await side.reload();
        for (const text of [words.hello, words.secret, words.dropped, words.meanwhile, words.solution])
          await expect(heard(side, text)).toHaveCount(1);
      }
    });

    await test.step("the agent closes with an answer for all, without what is private", async () => {
      await desk.getByRole("button", { name: chat("console.close"), exact: true }).click();
      const dialog = desk.getByRole("dialog");
      await dialog.getByLabel(chat("close.publish")).check();
      await expectAccessible(desk);
      await dialog.getByRole("button", { name: chat("close.next") }).click();
      await dialog.getByRole("checkbox", { name: new RegExp(words.solution) }).check();
      await dialog.getByRole("checkbox", { name: new RegExp(words.hello.slice(0, 20)) }).uncheck();
      await dialog.getByRole("checkbox", { name: new RegExp(words.phone) }).check();
      await dialog.getByRole("button", { name: chat("publish.make") }).click();
      await expect(dialog.locator("del", { hasText: words.phone })).toBeVisible();
      await expect(dialog.getByLabel(chat("publish.body"))).not.toHaveValue(new RegExp(words.phone));
      await dialog.getByRole("button", { name: chat("publish.back"), exact: true }).click();
      await dialog.getByRole("checkbox", { name: new RegExp(words.phone) }).uncheck();
      await dialog.getByRole("button", { name: chat("publish.make") }).click();
      await expect(dialog.getByLabel(chat("publish.body"))).toHaveValue(words.solution);
      await expectAccessible(desk);
      await dialog.getByRole("button", { name: chat("publish.askAndClose") }).click();
      await expect(dialog).toBeHidden();
    });

    await test.step("the asker reads it word for word and agrees", async () => {
      const consent = page.getByRole("region", { name: chat("room.consent.title") });
      await expect(consent).toContainText(words.solution);
      await expectAccessible(page);
      await consent.getByRole("button", { name: chat("room.consent.yes") }).click();
      await expect(passerBy.locator("article.post.off")).toContainText(words.solution);
      await expect(passerBy.locator(".evli.live, .newbar")).toHaveCount(0);
      await page.getByRole("link", { name: chat("room.consent.toAnswer") }).click();
    });

    await test.step("it stands in the thread as the company's answer, and the asker accepts it", async () => {
      const answer = page.locator("article.post", { hasText: words.solution });
      await expect(answer).toHaveClass(/off/);
      await expectAccessible(page);
      await answer.getByRole("button", { name: t("answers.accept"), exact: true }).click();
      await expect(page.getByText(t("answers.accepted"))).toBeVisible();
      const places = [url, `/api/v1/threads/${threadId}`, `/api/v1/threads/${threadId}/answers`, `/overlay?thread=${threadId}`, to("/"), "/feed.xml", "/de/feed.xml", "/sitemap.xml"];
      for (const outside of [request, neighbour.context.request, expert.context.request]) {
        // The answer to a search names the words that were asked for; what was found must not hold them.
        const { hits } = (await (await outside.get(`/api/v1/search?q=${encodeURIComponent(words.secret)}`)).json()) as { hits: unknown[] };
        expect(JSON.stringify(hits)).not.toContain(words.phone);
        for (const place of places) {
          for (const headers of [undefined, { rsc: "1" }]) {
            const text = await (await outside.get(place, { headers })).text();
            for (const secret of [words.secret, words.phone, words.dropped, words.hello, words.meanwhile]) expect(text, place).not.toContain(secret);
          }
        }
      }
      const mails = await db.execute(sql`select 1 from mails where html || text || subject like any(${sql.param([words.secret, words.hello, words.dropped].map((secret) => `%${secret}%`))}::text[])`);
      expect(mails.rows).toEqual([]);
      await visitor.close();
    });

    const guide = await test.step("the agent makes a guide of it and publishes it", async () => {
      await desk.goto(url);
      await desk.locator("article.post").first().getByLabel(t("threads.more")).click();
      await desk.getByRole("button", { name: t("threads.promote") }).click();
      await desk.getByRole("dialog").getByRole("button", { name: t("threads.promoteSend") }).click();
      await desk.waitForURL(/\/staff\/articles\/\d+/);
      await expectAccessible(desk);
      for (const step of ["in_review", "approved", "published"] as const) {
        const button = desk.getByRole("button", { name: t(`editor.to.${step}`), exact: true });
        await button.click();
        await expect(button).toBeHidden();
      }
      return /articles\/(\d+)/.exec(desk.url())?.[1] ?? "";
    });

    await test.step("whoever has the same trouble finds the guide, and never needs to ask", async () => {
      await expect.poll(async () => (await request.get(`/api/v1/search?q=${encodeURIComponent(words.guideWords)}`)).text()).toContain(`/kb/${guide}/`);
      const visitor = await browser.newContext({ baseURL, locale: language });
      const reader = await visitor.newPage();
      await reader.goto(to(`/search?q=${encodeURIComponent(words.guideWords)}`));
      await reader.getByRole("main").locator(`a[href*="/kb/${guide}/"]`).first().click();
      // The list that was left shows the same words and links.
      await reader.waitForURL(`**/kb/${guide}/**`);
      await expect(reader.getByRole("main")).toContainText(words.solution.split(".")[0] ?? "");
      await expect(reader.getByRole("main").locator(`a[href*="/t/${threadId}/"]`).first()).toBeVisible();
      await expectAccessible(reader);
      await visitor.close();
    });

    await ask(agent.context, "PUT", "/agents/me/presence", { state: "offline" });
    for (const one of [asker, neighbour, agent, expert]) await one.context.close();
  });
}

/** For one question time has passed; the day of all other stories goes on as it was. */
async function letPass(threadId: number, minutes: number): Promise<void> {
  const earlier = sql`interval '1 minute' * ${minutes}`;
  const its = sql`(select id from escalations where thread_id = ${threadId})`;
  await db.execute(sql`update threads set created_at = created_at - ${earlier} where id = ${threadId}`);
  await db.execute(sql`update escalations set started_at = started_at - ${earlier} where id in ${its}`);
  await db.execute(sql`update escalation_steps set due_at = due_at - ${earlier} where escalation_id in ${its}`);
  await inTransaction((tx) => enqueue(tx, "escalations.due", {}));
}

const firstNameOf = (name: string) => (name.split("-")[0] ?? "").replace(/^./, (letter) => letter.toUpperCase());
