import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { languages } from "./support/language";
import { openAs } from "./support/people";

for (const { locale, browser: language, t, to } of languages) {
  test(`a bad post is flagged and hidden in ${locale}: its author is told why, and it is gone everywhere at once`, async ({ browser, baseURL, request }) => {
    const word = `blechtrommel${locale}${Date.now()}`;
    const reason = locale === "de" ? "Werbung ohne Bezug zu einer Frage (Regel 3)." : "Advertising that answers nothing (rule 3).";
    const author = await openAs(browser, baseURL ?? "", locale === "de" ? "paul-reuter" : "owen-hartley", language);
    const posted = await author.context.request.post("/api/v1/threads", {
      headers: { origin: baseURL ?? "" },
      data: { title: `Cheap ${word} parts for everybody`, body: `Buy ${word} today.`, category: "washing-machines", tags: [], locale },
    });
    expect(posted.status()).toBe(201);
    const { id, url } = (await posted.json()) as { id: number; url: string };
    await expect.poll(async () => (await request.get(`/api/v1/search?q=${word}`)).text()).toContain(word);

    const reader = await openAs(browser, baseURL ?? "", "aylin-tekin", language);
    await reader.page.goto(url);
    await reader.page.locator("article.post").first().getByLabel(t("threads.more")).click();
    await reader.page.getByRole("button", { name: t("threads.report") }).click();
    await reader.page.getByLabel(t("threads.reason.spam")).check();
    await reader.page.getByRole("dialog").getByRole("button", { name: t("threads.reportSend") }).click();
    await expect(reader.page.getByText(t("threads.reportDone"))).toBeVisible();

    const manager = await openAs(browser, baseURL ?? "", "lena-hartmann", language);
    await manager.page.goto(to("/staff/review"));
    await manager.page.getByRole("row", { name: word }).getByRole("link").click();
    await manager.page.waitForURL(/[?&]case=\d+/);
    await expectAccessible(manager.page);
    await manager.page.getByRole("textbox", { name: t("review.words") }).fill(reason);
    await manager.page.getByRole("button", { name: t("review.hide") }).click();
    await expect(manager.page.getByText(word)).toHaveCount(0);

    expect((await request.get(url)).status()).toBe(404);
    expect((await request.get(`/api/v1/threads/${id}`)).status()).toBe(404);
    expect(await (await request.get(`/api/v1/search?q=${word}`)).text()).not.toContain(word);
    expect(await (await request.get(locale === "de" ? "/de/feed.xml" : "/feed.xml")).text()).not.toContain(word);
    expect(await (await request.get(to("/c/washing-machines"))).text()).not.toContain(word);

    await author.page.goto(to("/me/notifications"));
    await author.page.getByRole("link", { name: new RegExp(word) }).first().click();
    await expect(author.page.getByText(reason)).toBeVisible();
    await expectAccessible(author.page);
    for (const one of [author, reader, manager]) await one.context.close();
  });
}
