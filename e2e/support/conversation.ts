import { expect, type Page } from "@playwright/test";

/** What a busy screen has not confirmed within six seconds is offered again fifteen seconds later. */
export const offerMs = 30_000;

/** What has been said, as it stands in the conversation. */
export const heard = (page: Page, text: string) => page.getByRole("log").getByText(text);

/** Writes a message, on whichever side. */
export async function say(page: Page, send: string, text: string): Promise<void> {
  const composer = page.locator("form", { has: page.getByRole("button", { name: send }) });
  await composer.getByRole("textbox").fill(text);
  await composer.getByRole("button", { name: send }).first().click();
  if (!page.url().includes("/staff/")) return;
  // What an agent writes could be taken back for five seconds; the story does not wait for that, but a busy machine may have.
  const sendNow = page.getByRole("button", { name: /^(Send now|Jetzt senden)$/ });
  await sendNow.click({ timeout: 6_000 }).catch(() => expect(sendNow).toHaveCount(0));
}

/** The next conversation is offered to the agent, who takes it. */
export async function acceptOffer(desk: Page, label: string, title: string, accept: string): Promise<void> {
  const offer = desk.getByRole("alertdialog", { name: label });
  await expect(offer).toContainText(title, { timeout: offerMs });
  await offer.getByRole("button", { name: accept }).click();
  await expect(offer).toBeHidden();
}

/** How far the ladder of a thread is, as its page learns it. */
export async function escalationOf(page: Page, threadId: number): Promise<string | undefined> {
  const response = await page.request.get(`/overlay?thread=${threadId}`);
  return ((await response.json()) as { thread?: { escalation?: { state: string } } }).thread?.escalation?.state;
}
