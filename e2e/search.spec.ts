import { expect, test } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { suggestionOutcomes } from "@/db/schema";
import { expectAccessible } from "./support/axe";
import { languages } from "./support/language";
import { openAs } from "./support/people";

const typed = {
  en: { misspelt: "lenta spinn", right: /spin/i, filter: "is:", value: "is:solved", unknown: "colour:red", nothing: "zzqqy", tagged: "tag:e18" },
  de: { misspelt: "Flusensib", right: /Flusensieb/, filter: "ist:", value: "ist:gelöst", unknown: "farbe:rot", nothing: "zzqqy", tagged: "thema:e18" },
} as const;

for (const { locale, browser: language, t, to, solved } of languages) {
  const words = typed[locale];
  test.describe(`in ${locale}`, () => {
    test.use({ locale: language });

    test("a visitor searches with the keys alone, narrows down, and is never left with nothing", async ({ page }) => {
      await page.goto(to("/search"));
      const field = page.getByRole("main").getByRole("combobox");
      await expect(field).toBeFocused();
      await field.fill(words.misspelt);
      await expect(page.locator(".told")).toContainText(words.right);

      await field.fill(`${solved.words} ${words.filter}`);
      await expect(field).toHaveAttribute("aria-expanded", "true");
      await page.keyboard.press("ArrowDown");
      await expect(page.getByRole("option", { selected: true })).toHaveText(words.value);
      await page.keyboard.press("Enter");
      await expect(field).toHaveValue(`${solved.words} ${words.value} `);
      await expect(field).toHaveAttribute("aria-expanded", "false");
      // It was among the results before, too; now it is the first.
      await expect(page.locator("a[data-hit]").first()).toHaveText(solved.title);
      await page.keyboard.press("ArrowDown");
      await expect(page.locator("a[data-hit]").first()).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(field).toBeFocused();
      await page.keyboard.press("Enter");

      const kinds = page.getByRole("group", { name: t("search.show") });
      await kinds.getByRole("checkbox", { name: t("search.kind.thread") }).check();
      await expect(page).toHaveURL(/kinds=thread/);
      await expectAccessible(page);

      await page.goto(to(`/search?q=${words.nothing}+${encodeURIComponent(words.unknown)}`));
      await expect(page.locator(".told")).toContainText(words.unknown.split(":")[0] ?? "");
      await expect(page.locator(".shuman")).toBeVisible();
      await expect(page.getByRole("main").getByRole("link", { name: t("search.ask") })).toHaveAttribute("href", new RegExp(`title=${words.nothing}`));
      await expectAccessible(page);

      await page.goto(to("/search"));
      const recent = page.locator(".srec");
      await expect(recent.getByRole("link", { name: solved.words })).toBeVisible();
      await recent.getByRole("button", { name: t("search.recentClear") }).click();
      await expect(recent).toBeHidden();
    });

    test("what is being asked is answered before: taken back, nothing typed is lost", async ({ page }) => {
      await page.goto(to(`/ask?title=${encodeURIComponent(solved.words)}`));
      const similar = page.getByRole("complementary", { name: t("ask.similarLabel") });
      await similar.getByRole("button", { name: t("ask.thatsIt") }).first().click();
      await expect(similar).toContainText(t("ask.doneTitle"));
      await expectAccessible(page);
      await similar.getByRole("button", { name: t("ask.doneUndo") }).click();
      await expect(similar.getByRole("button", { name: t("ask.thatsIt") }).first()).toBeVisible();
      await expect(page.getByLabel(t("ask.what"))).toHaveValue(solved.words);
      const left = () => db.$count(suggestionOutcomes, and(eq(suggestionOutcomes.outcome, "left_satisfied"), eq(suggestionOutcomes.title, solved.words)));
      const before = await left();
      await similar.getByRole("button", { name: t("ask.thatsIt") }).first().click();
      await page.goto(to("/"));
      await expect.poll(left).toBe(before + 1);
    });
  });
}

test("a member saves a search, is to be told of news, renames it and throws it away", async ({ browser, baseURL }) => {
  const { page, context } = await openAs(browser, baseURL, "miriam-kessler", "de-DE");
  const [, { t, to }] = languages as [unknown, (typeof languages)[number]];
  await page.goto(to("/search?q=E18&state=solved"));
  await page.getByRole("button", { name: t("search.save") }).click();
  await expect(page.getByRole("button", { name: t("search.saved"), exact: true })).toHaveAttribute("aria-pressed", "true");
  await page.goto(to("/search"));
  const saved = page.locator(".ssav");
  await saved.getByRole("button", { name: t("search.savedTell") }).click();
  await saved.getByRole("button", { name: t("search.savedRename", { name: "E18" }) }).click();
  await saved.getByRole("textbox").fill("Mein E18");
  await page.keyboard.press("Enter");
  await expectAccessible(page);
  await page.reload();
  await expect(saved.getByRole("button", { name: t("search.savedTell") })).toHaveAttribute("aria-pressed", "true");
  await saved.getByRole("link", { name: "Mein E18" }).click();
  await expect(page.getByRole("checkbox", { name: t("search.state.solved") })).toBeChecked();
  await page.goto(to("/search"));
  await saved.getByRole("button", { name: t("search.savedDelete", { name: "Mein E18" }) }).click();
  await expect(saved).toBeHidden();
  await context.close();
});

test("who writes an answer is shown the guide that says it, and links to it", async ({ browser, baseURL }) => {
  const { page, context } = await openAs(browser, baseURL, "jonas-wirth", "de-DE");
  const [, { t, to, guide }] = languages as [unknown, (typeof languages)[number]];
  await page.goto(to("/search?q=T%C3%BCr+der+W7+geht+nach+dem+Waschen+nicht+mehr+auf&kinds=thread"));
  await page.locator("a[data-hit]").first().click();
  await page.locator("#answer-body").click();
  await expect(page.getByRole("toolbar")).toBeVisible();
  await page.locator("#answer-body").fill("Das Flusensieb und die Laugenpumpe der Lenta reinigen.");
  const said = page.getByRole("region", { name: t("answers.already") });
  await expect(said.getByRole("link", { name: guide.title }).first()).toBeVisible();
  await expectAccessible(page);
  await said.getByRole("button", { name: t("answers.link") }).first().click();
  await expect(page.locator("#answer-body")).toHaveValue(/\]\(\/de\/kb\/\d+\//);
  await page.locator("#answer-body").fill("");
  await context.close();
});

test("filters work without script, ticked and typed", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: "en-GB" });
  const page = await context.newPage();
  // What is pasted may hold anything.
  const odd = await page.goto("/search?q=lenta%00%07%E2%80%AE+is:solved&kinds=thread");
  expect(odd?.status()).toBe(200);
  await expect(page.getByRole("checkbox", { name: "Questions" })).toBeChecked();
  await expect(page.locator(".hits .t-green").first()).toBeVisible();
  await page.getByRole("checkbox", { name: "Deutsch" }).check();
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/kinds=thread.*locale=de/);
  await expect(page.getByRole("main").locator("a[data-hit]").first()).toBeVisible();
  await context.close();
});
