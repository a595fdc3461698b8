import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { languages } from "./support/language";
import { ask, openAs } from "./support/people";

for (const { locale, browser: language, t, to } of languages) {
  test(`two questions become one and are separated again, in ${locale}`, async ({ browser, baseURL }) => {
    const asker = await openAs(browser, baseURL, locale === "de" ? "paul-reuter" : "owen-hartley", language);
    const neighbour = await openAs(browser, baseURL, locale === "de" ? "aylin-tekin" : "ines-moreau", language);
    const post = (who: typeof asker, title: string) =>
      ask<{ id: number; url: string }>(who.context, "POST", "/threads", {
        title,
        body: `${title}, since yesterday.`,
        category: "washing-machines",
        tags: [],
        locale,
      });
    const into = await post(asker, `The drum hums like a bee ${Date.now()}`);
    const title = `Humming from inside the drum ${Date.now()}`;
    const doubled = await post(neighbour, title);

    const { page, context } = await openAs(browser, baseURL, "lena-hartmann", language);
    await page.goto(doubled.url);
    const menu = page.locator("#question").getByLabel(t("threads.more"));
    const merge = async () => {
      await menu.click();
      await page.getByRole("button", { name: t("threads.merge") }).click();
      await page.getByRole("textbox", { name: t("threads.mergeInto") }).fill(`${baseURL}${into.url}?from=mail#question`);
    };
    await merge();
    await page.keyboard.press("Escape");
    await expect(menu).toBeFocused();
    await merge();
    await page.keyboard.press("Enter");
    // The page is fetched anew: what is clicked before that is clicked in the old one.
    await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: t("common.undo") }).click()]);
    await expect(page.getByRole("button", { name: t("common.undo") })).toHaveCount(0);
    await merge();
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/t/${into.id}/**`);

    await page.getByRole("link", { name: title }).click();
    await expect(page.locator(`#question-${doubled.id}`)).toContainText("since yesterday");
    await expectAccessible(page);
    await neighbour.page.goto(to(`/t/${doubled.id}`));
    await expect(neighbour.page).toHaveURL(new RegExp(`/t/${into.id}/`));
    await expect(neighbour.page.getByRole("button", { name: t("threads.separate") })).toHaveCount(0);

    await page.getByRole("button", { name: t("threads.separate") }).click();
    await expect(page.getByRole("heading", { name: title })).toHaveCount(0);
    await neighbour.page.goto(doubled.url);
    await expect(neighbour.page.getByRole("heading", { level: 1 })).toHaveText(title);
    for (const one of [asker, neighbour, { context }]) await one.context.close();
  });
}
