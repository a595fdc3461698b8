import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { languages } from "./support/language";
import { ask, openAs } from "./support/people";

const [, { locale, browser: language, t, to }] = languages;

test("two questions become one and are separated again", async ({ browser, baseURL }) => {
  const asker = await openAs(browser, baseURL, "paul-reuter", language);
  const neighbour = await openAs(browser, baseURL, "aylin-tekin", language);
  const post = (who: typeof asker, title: string) =>
    ask<{ id: number; url: string }>(who.context, "POST", "/threads", {
      title,
      body: `${title}, seit gestern.`,
      category: "washing-machines",
      tags: [],
      locale,
    });
  const into = await post(asker, `Die Trommel summt wie eine Biene ${Date.now()}`);
  const title = `Summen aus der Trommel ${Date.now()}`;
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
  await page.getByRole("button", { name: t("common.undo") }).click();
  await expect(page.getByRole("button", { name: t("common.undo") })).toHaveCount(0);
  await merge();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/t/${into.id}/**`);

  await page.getByRole("link", { name: title }).click();
  await expect(page.locator(`#question-${doubled.id}`)).toContainText("seit gestern");
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
