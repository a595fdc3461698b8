import { expect, type Page, test } from "@playwright/test";
import { consoleTexts } from "@/components/conversations/console-texts";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { acceptOffer } from "./support/conversation";
import { languages } from "./support/language";
import { ask, openAs } from "./support/people";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const rows: Record<string, string> = {
  home: "/",
  search: "/search?q=E18",
  guides: "/kb",
  "a category": "/c/washing",
  "what is not there": "/t/999999/nothing",
  "sign-in": "/sign-in?next=/ask",
};

/** Fits the screen and is clean, in light and in dark. */
async function expectGoodOnPhone(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

for (const { locale, browser: language, to, solved, guide } of languages) {
  test(`a visitor reads everything on a phone in ${locale}`, async ({ page }) => {
    await page.setExtraHTTPHeaders({ "accept-language": language });
    for (const [name, path] of Object.entries(rows)) {
      await test.step(name, async () => {
        await page.goto(to(path));
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectGoodOnPhone(page);
      });
    }
    await page.goto(to(`/search?q=${encodeURIComponent(solved.words)}`));
    await page.getByRole("main").getByRole("link", { name: solved.title }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(solved.title);
    await expectGoodOnPhone(page);
    await page.goto(to("/kb"));
    await page.getByRole("main").getByRole("link", { name: guide.title }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(guide.title);
    await expectGoodOnPhone(page);
  });
}

test("a member asks on a phone", async ({ browser, baseURL }) => {
  const { page, context } = await openAs(browser, baseURL, "emre-kaya", "de-DE", phone);
  for (const path of ["/de/ask", "/de/me", "/de/me/settings", "/de/me/notifications"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectGoodOnPhone(page);
  }
  await context.close();
});

for (const { browser: language, t, to } of languages) {
  test(`the company works on a phone in ${language}`, async ({ browser, baseURL }) => {
    const { page, context } = await openAs(browser, baseURL, "lena-hartmann", language, phone);
    for (const path of ["/staff/inbox", "/staff/queue", "/staff/review", "/staff/articles", "/staff/insights", "/staff/settings"]) {
      await page.goto(to(path));
      await expect(page.getByRole("main")).toBeVisible();
      // The place that is open is never cut off at the edge, nor below the account that stays there.
      const rail = page.getByRole("navigation", { name: t("layout.staffNav") });
      const [current, account] = await Promise.all([rail.locator("[aria-current]").boundingBox(), rail.locator(".railm").boundingBox()]);
      expect(current && account && current.x >= 0 && current.x + current.width <= account.x).toBe(true);
      await expectGoodOnPhone(page);
    }
    await context.close();
  });
}

test("a conversation on a phone: waiting for a human, and talking with one", async ({ browser, baseURL }) => {
  const agent = await openAs(browser, baseURL, "deniz-aydin", "de-DE");
  await agent.page.goto("/de/staff/inbox");
  const { items } = await ask<{ items: { conversationId: number; asker: { name: string }; thread: { title: string } }[] }>(agent.context, "GET", "/queue");
  const [waiting] = items;
  if (!waiting) throw new Error("In the sample somebody waits");
  const { page, context } = await openAs(browser, baseURL, waiting.asker.name, "de-DE", phone);
  await page.goto(`/de/chat/${waiting.conversationId}`);
  await expect(page.locator(".croom[data-phase=waiting]")).toBeVisible();
  await expectGoodOnPhone(page);
  // The desk stays open in its own window: who is not there any more loses the conversation.
  const de = consoleTexts("de");
  await agent.page.getByRole("button", { name: de("console.goOnline") }).click();
  await acceptOffer(agent.page, de("offer.label"), waiting.thread.title, de("offer.accept"));
  await expect(page.locator(".croom[data-phase=active]")).toBeVisible();
  await expectGoodOnPhone(page);
  await agent.page.setViewportSize(phone.viewport);
  await agent.page.goto(`/de/staff/inbox?c=${waiting.conversationId}`);
  await expectGoodOnPhone(agent.page);
  await ask(agent.context, "PUT", "/agents/me/presence", { state: "offline" });
  await context.close();
  await agent.context.close();
});
