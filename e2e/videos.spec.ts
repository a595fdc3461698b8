import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { ask, openAs } from "./support/people";

test.use({ locale: "de-DE" });

const captions = (comma: string) => `WEBVTT

00:00${comma}500 --> 00:08.000
Zuerst wischen wir die Dichtung mit einem weichen Tuch ab.

00:08.200 --> 00:15.000
In der Falte liegt hier ein Würfelzucker, der sich schon auflöst.
`;

test("an agent adds a video with captions; a visitor finds a spoken word and lands at its second", async ({ browser, baseURL, page }) => {
  const { page: desk, context } = await openAs(browser, baseURL, "deniz-aydin", "de-DE");
  const { items } = await ask<{ items: { id: number; title: string }[] }>(context, "GET", "/articles?locale=de&limit=50");
  const guide = items.find(({ title }) => title.startsWith("Türdichtung"));
  await desk.goto(`/de/staff/articles/${guide?.id}`);
  const videos = desk.locator("#videos");
  await videos.getByText("Video hinzufügen").click();
  await videos.getByLabel("Titel des Videos").fill("Die Dichtung von innen");
  await videos.getByRole("button", { name: "Video speichern" }).click();
  await expect(videos).toContainText("Bitte wählen Sie die Videodatei.");

  await videos.getByLabel("Videodatei").setInputFiles("db/seed/content/flusensieb.webm");
  await videos.getByRole("button", { name: "Video speichern" }).click();
  await expect(videos).toContainText("Bitte fügen Sie Untertitel in mindestens einer Sprache hinzu");

  const german = videos.getByLabel("Untertitel auf Deutsch");
  const vtt = (comma: string) => ({ name: "de.vtt", mimeType: "text/vtt", buffer: Buffer.from(captions(comma)) });
  await german.setInputFiles(vtt(","));
  await videos.getByRole("button", { name: "Video speichern" }).click();
  await expect(videos).toContainText("Zeile 3: „00:00,500 --> 00:08.000“ ist keine Zeitangabe.");
  await expectAccessible(desk);

  await german.setInputFiles(vtt("."));
  await videos.getByRole("button", { name: "Video speichern" }).click();
  await expect(videos.getByText("WebM, 0,2 MB")).toBeVisible();
  await expect(videos.getByRole("listitem").first()).toContainText("Die Dichtung von innen");

  await expect(async () => {
    await page.goto("/de/search?q=W%C3%BCrfelzucker");
    await expect(page.locator("a[data-hit]").first()).toContainText("bei 0:08", { timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("group", { name: "Anzeigen" }).getByRole("checkbox", { name: /Videos/ })).toBeVisible();
  await expect(page.locator("a[data-hit] mark").first()).toHaveText("Würfelzucker");
  await expectAccessible(page);
  await page.locator("a[data-hit]").first().click();
  await expect(page).toHaveURL(/\/de\/kb\/\d+\/.*\?t=8#video-\d+$/);
  const player = page.locator("video");
  await expect.poll(() => player.evaluate((video: HTMLVideoElement) => Math.floor(video.currentTime))).toBeGreaterThanOrEqual(8);
  expect(await player.evaluate((video: HTMLVideoElement) => [video.textTracks.length, video.textTracks[0]?.language, video.textTracks[0]?.mode])).toEqual([1, "de", "showing"]);
  expect(await player.getAttribute("src")).toMatch(/#t=8$/);

  await player.evaluate((video: HTMLVideoElement) => video.pause());
  await page.getByText("Was im Video gesagt wird").focus();
  await page.keyboard.press("Enter");
  const first = page.locator(".vid li a").first();
  await expect(first).toContainText("Zuerst wischen wir");
  await page.keyboard.press("Tab");
  // The list scrolls, so it may be a stop of its own.
  if (!(await first.evaluate((link) => link === document.activeElement))) await page.keyboard.press("Tab");
  await expect(first).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?t=0#video-\d+$/);
  await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeLessThan(5);

  await desk.getByText("Ändern").click();
  await videos.getByRole("button", { name: "Löschen" }).click();
  await videos.getByRole("button", { name: "Endgültig löschen" }).click();
  await expect(videos.getByText("Die Dichtung von innen")).toHaveCount(0);
  await page.reload();
  await expect(page.locator("video")).toHaveCount(0);
  await context.close();
});
