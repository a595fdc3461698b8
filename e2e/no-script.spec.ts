import { expect, test } from "@playwright/test";
import { makeAnswer, makeMember, makeThread } from "@/db/testing/factories";
import { languages } from "./support/language";
import { openAs } from "./support/people";

for (const { locale, browser: speaks, t, to } of languages) {
  test(`without script, in ${locale}, a member comments on a question and on an answer`, async ({ browser, baseURL }) => {
    const { page, context } = await openAs(browser, baseURL, "ines-moreau", speaks, { javaScriptEnabled: false });
    const { id, slug } = await makeThread(await makeMember(), { locale });
    const answer = await makeAnswer(await makeMember(), id);
    const post = { question: page.locator("#question"), answer: page.locator(`#answer-${answer}`) };
    for (const [where, label] of [["question", t("comments.ask")], ["answer", t("comments.add")]] as const) {
      await page.goto(to(`/t/${id}/${slug}`));
      await post[where].getByRole("link", { name: label, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("comments.title"));
      await page.getByRole("button", { name: t("comments.send") }).click();
      await expect(page.getByText(t("error.required"))).toBeVisible();
      await page.getByLabel(t("comments.field")).fill(`Without script, below the ${where}.`);
      await page.getByRole("button", { name: t("comments.send") }).click();
      await expect(post[where].locator(".cbody").last()).toHaveText(`Without script, below the ${where}.`);
    }
    await context.close();
  });
}
