import { expect, type Page, test } from "@playwright/test";
import { makeMember, makeThread } from "@/db/testing/factories";
import { type Language, languages } from "./support/language";
import { openAs } from "./support/people";

/** From now on the scripts that a page still asks for wait until they are let through. */
async function holdScripts(page: Page): Promise<() => void> {
  let letThrough = () => {};
  const held = new Promise<void>((done) => (letThrough = done));
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  return letThrough;
}

async function openThread(page: Page, { locale, to }: Language): Promise<void> {
  const { id, slug } = await makeThread(await makeMember(), { locale });
  await page.goto(to(`/t/${id}/${slug}`));
  await page.waitForLoadState("networkidle");
}

for (const language of languages) {
  const { locale, browser: speaks, t } = language;

  test(`the tools of an answer arrive in ${locale} and nothing that is being done is lost`, async ({ browser, baseURL }) => {
    const { page, context } = await openAs(browser, baseURL, "ines-moreau", speaks);
    await openThread(page, language);
    const letThrough = await holdScripts(page);
    const field = page.locator("#answer-body");
    const words = "Erst den Stecker ziehen, dann das Sieb öffnen.";
    await field.click();
    await field.pressSequentially(words.slice(0, 10));
    await field.press("Shift+Home");
    await field.evaluate((element) => ((element as HTMLTextAreaElement & { same?: true }).same = true));
    await expect(page.getByRole("toolbar")).toHaveCount(0);

    // The button is pressed in the moment the tools arrive: they wait for the click.
    const send = page.getByRole("button", { name: t("answers.send"), exact: true });
    await field.press("End");
    await field.pressSequentially(words.slice(10));
    await send.scrollIntoViewIfNeeded();
    const place = await send.boundingBox();
    const clicks = await send.evaluateHandle((element) => {
      const seen = { count: 0 };
      element.addEventListener("click", (event) => {
        event.preventDefault();
        seen.count += 1;
      });
      return seen;
    });
    await page.mouse.move((place?.x ?? 0) + 20, (place?.y ?? 0) + 20);
    await page.mouse.down();
    letThrough();
    await page.waitForTimeout(1_000);
    await expect(page.getByRole("toolbar")).toHaveCount(0);
    await page.mouse.up();
    await expect(page.getByRole("toolbar")).toBeVisible();
    expect(await clicks.evaluate(({ count }) => count)).toBe(1);

    await expect(field).toHaveValue(words);
    expect(await field.evaluate((element) => (element as HTMLTextAreaElement & { same?: true }).same)).toBe(true);
    await context.close();
  });

  test(`who writes in ${locale} while the tools arrive writes on`, async ({ browser, baseURL }) => {
    const { page, context } = await openAs(browser, baseURL, "ines-moreau", speaks);
    await openThread(page, language);
    const letThrough = await holdScripts(page);
    const field = page.locator("#answer-body");
    await field.focus();
    await page.keyboard.type("The sieve ");
    await page.keyboard.press("Shift+Home");
    letThrough();
    await expect(page.getByRole("toolbar")).toBeVisible();
    await expect(field).toBeFocused();
    await page.keyboard.type("Das Sieb");
    await expect(field).toHaveValue("Das Sieb");
    await context.close();
  });
}
