import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Axe finds nothing on this page as it is now, in light and in dark, where only the colours are others. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectClean(page, new AxeBuilder({ page }).withTags(rules));
  const now = await page.evaluate(() => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  await page.emulateMedia({ colorScheme: now === "dark" ? "light" : "dark" });
  await expectClean(page, new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]));
  await page.emulateMedia({ colorScheme: now });
}

async function expectClean(page: Page, axe: AxeBuilder): Promise<void> {
  // Our pages hold no frames: what else is said in a second, blank page needs two fifths of the time.
  const { violations } = await axe.setLegacyMode().analyze();
  // The story goes on, so that one run tells of every page.
  expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`), new URL(page.url()).pathname).toEqual([]);
}

/** Nothing is wider than the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(content).toBeLessThanOrEqual(screen ?? 0);
}
