import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { languages } from "./support/language";
import { openAs } from "./support/people";

const made = { de: { unknown: "Puschelfänger", known: "Flusensieb" }, en: { unknown: "woolypurple", known: "descale" } };

for (const { locale, browser: language, t, to } of languages) {
  const { unknown, known } = made[locale];

  test(`a search in ${locale} finds nothing; a manager teaches the word, having seen what it does; then it is found`, async ({ browser, baseURL, page, request }) => {
    await page.setExtraHTTPHeaders({ "accept-language": language });
    const hits = async () => ((await (await request.get(`/api/v1/search?q=${encodeURIComponent(unknown)}`, { headers: { "accept-language": language } })).json()) as { total: number }).total;
    expect(await hits()).toBe(0);
    const opened = await openAs(browser, baseURL, "lena-hartmann", language);
    const manager = opened.page;
    await manager.goto(to("/staff/insights/search/queries?pick=without"));
    const row = manager.getByRole("row", { name: new RegExp(unknown, "i") });
    await row.getByRole("link", { name: t("searchTools.synonymFor", { words: unknown.toLowerCase() }) }).click();
    const words = manager.getByLabel(t("searchTools.words.words"), { exact: true });
    await expect(words).toHaveValue(new RegExp(`^${unknown}`, "i"));
    await words.fill(unknown);
    await manager.getByRole("button", { name: t("searchTools.try") }).click();
    await expect(manager.getByText(t("error.search.twoWords"))).toBeVisible();

    await manager.getByLabel(t("searchTools.words.words"), { exact: true }).fill(`${unknown}, ${known}`);
    await manager.getByRole("button", { name: t("searchTools.try") }).click();
    const preview = manager.getByRole("region", { name: t("searchTools.preview.title") });
    await expect(preview.getByText(t("searchTools.preview.nothing")).first()).toBeVisible();
    await expect(preview.getByText(t("searchTools.preview.newShort")).first()).toBeVisible();
    expect(await hits()).toBe(0);
    await expectAccessible(manager);
    await preview.getByRole("button", { name: t("common.save") }).click();
    await expect(manager.getByText(t("searchTools.saved"))).toBeVisible();
    expect(await hits()).toBeGreaterThan(0);

    await manager.getByRole("button", { name: t("searchTools.undo"), exact: true }).click();
    await expect(manager.getByText(t("searchTools.undone"))).toBeVisible();
    expect(await hits()).toBe(0);
    await opened.context.close();
  });

  test(`what managers see of the search in ${locale} is clean, fits a phone, and is for them alone`, async ({ browser, baseURL }) => {
    const agent = await openAs(browser, baseURL, "deniz-aydin", language);
    expect((await agent.page.goto(to("/staff/insights/search/words")))?.status()).toBe(404);
    await agent.context.close();
    const { page, context } = await openAs(browser, baseURL, "lena-hartmann", language, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    for (const part of ["queries", "gaps", "words", "pins?query=E18", "weights?try=1&article=2&solved=1&open=0.5", "quality", "suggestions"]) {
      await test.step(part, async () => {
        await page.goto(to(`/staff/insights/search/${part}`));
        await expect(page.getByRole("heading", { level: 1, name: t("searchTools.title") })).toBeVisible();
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
      });
    }
    await context.close();
  });
}
