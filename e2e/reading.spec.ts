import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { languages } from "./support/language";

for (const { locale, browser, t, to, solved, guide } of languages) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale: browser });

    test("a visitor searches, opens a thread and a guide, and reads without signing in", async ({ page }) => {
      await page.goto(to("/") + (locale === "en" ? "?lang=en" : ""));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("home.title"));
      await expectAccessible(page);

      await page.getByRole("main").getByRole("searchbox").fill(solved.words);
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(/\/search\?/);
      await expectAccessible(page);
      await page.getByRole("main").getByRole("link", { name: solved.title }).first().click();

      await expect(page.getByRole("heading", { level: 1 })).toHaveText(solved.title);
      await expect(page.locator(".post.acc")).toContainText(solved.solution);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expectAccessible(page);

      await page.goto(to("/kb"));
      await expectAccessible(page);
      await page.getByRole("main").getByRole("link", { name: guide.title }).first().click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(guide.title);
      await expect(page.getByRole("main").locator("ol > li").filter({ visible: true }).first()).toBeVisible();
      await expectAccessible(page);
    });

    test("an address that leads nowhere searches its own words", async ({ page }) => {
      const answer = await page.goto(to("/t/999999/flusensieb-reinigen"));
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole("main").getByRole("searchbox")).toHaveValue(/flusensieb/i);
      await expectAccessible(page);
    });
  });
}

test("everything can be read without script", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: "de-DE" });
  const page = await context.newPage();
  await page.goto("/de");
  await page.getByRole("main").getByRole("searchbox").fill("E18 Flusensieb");
  await page.keyboard.press("Enter");
  await page.getByRole("main").getByRole("link", { name: /E18/ }).first().click();
  await expect(page.locator(".post").first()).toBeVisible();
  await context.close();
});

test("the slash key leads to the search, the question mark lists the keys", async ({ page }) => {
  await page.goto("/kb");
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("/");
  await expect(page.getByRole("banner").getByRole("searchbox")).toBeFocused();
  await page.keyboard.press("Escape");
  await page.locator("#main").focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
});
