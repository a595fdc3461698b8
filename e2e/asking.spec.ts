import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { languages } from "./support/language";
import { openAs } from "./support/people";

const stories = {
  en: { asker: "owen-hartley", helper: "ines-moreau", title: "Lenta W9 offline after a new router, light keeps blinking", body: "The light blinks slowly since we changed the router.", more: "It is the 5 GHz one.", answer: "Switch the 2.4 GHz band on for the first connection, then it finds the router." },
  de: { asker: "miriam-kessler", helper: "jonas-wirth", title: "Lenta W7 pumpt schon wieder nicht ab, E18 nach dem Schleudern", body: "Das Sieb ist sauber, trotzdem bleibt Wasser stehen.", more: "Es passiert nur bei voller Trommel.", answer: "Dann ist meist der Schlauch hinter der Trommel verlegt. Einmal durchspülen hilft." },
} as const;

for (const { locale, browser: language, t, to } of languages) {
  const story = stories[locale];

  test(`a member asks in ${locale}, sees what may answer it, edits, is answered, votes, accepts and takes it back`, async ({ browser, baseURL }) => {
    const asker = await openAs(browser, baseURL ?? "", story.asker, language);
    const { page } = asker;
    await page.goto(to("/ask"));
    await page.getByLabel(t("ask.what")).fill(story.title);
    const similar = page.getByRole("complementary", { name: t("ask.similarLabel") }).or(page.getByRole("region", { name: t("ask.similarLabel") }));
    await expect(similar.getByRole("link").first()).toBeVisible();
    await expectAccessible(page);
    await page.locator("textarea[name=body]").fill(story.body);
    await page.reload();
    await expect(page.getByLabel(t("ask.what"))).toHaveValue(story.title);
    await expect(page.locator("textarea[name=body]")).toHaveValue(story.body);
    await page.locator("select[name=category]").selectOption({ index: 1 });
    await page.getByRole("button", { name: t("ask.send") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(story.title);
    const address = page.url();

    const question = page.locator("article.post").first();
    await question.getByLabel(t("threads.more")).click();
    await page.getByRole("link", { name: t("threads.edit") }).or(page.getByRole("button", { name: t("threads.edit") })).first().click();
    await page.locator("textarea[name=body]").last().fill(`${story.body} ${story.more}`);
    await page.getByRole("button", { name: t("common.save") }).click();
    await expect(page.locator("article.post").first()).toContainText(story.more);

    const helper = await openAs(browser, baseURL ?? "", story.helper, language);
    await helper.page.goto(address);
    await helper.page.locator("#answer-body").click();
    await expect(helper.page.getByRole("toolbar")).toBeVisible();
    await helper.page.locator("textarea#answer-body").fill(story.answer);
    await helper.page.getByRole("button", { name: t("answers.send"), exact: true }).click();
    await expect(helper.page.locator("article.post").nth(1)).toContainText(story.answer);

    await expect(page.getByRole("button", { name: t("threads.newAnswersOne") })).toBeVisible();
    // On a slow line a click comes before it is known who is reading: it counts all the same.
    await page.route("**/overlay?**", (route) => setTimeout(() => void route.continue(), 1_000));
    await page.reload();
    const answer = page.locator("article.post").nth(1);
    await answer.getByRole("button", { name: t("threads.helpful") }).click();
    await expect(answer.getByRole("button", { name: t("threads.helpful") })).toHaveAttribute("aria-pressed", "true");
    await page.unroute("**/overlay?**");
    await answer.getByRole("button", { name: t("answers.accept"), exact: true }).click();
    await expect(page.getByText(t("answers.accepted"))).toBeVisible();
    await page.reload();
    await expect(page.locator(".thead")).toContainText(t("state.solved"));
    await expectAccessible(page);
    await page.locator("article.post").nth(1).getByRole("button", { name: t("answers.accept"), exact: true }).click();
    await expect(page.getByText(t("answers.unaccepted"))).toBeVisible();
    await page.reload();
    await expect(page.locator(".thead")).not.toContainText(t("state.solved"));

    await asker.context.close();
    await helper.context.close();
  });
}
