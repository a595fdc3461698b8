import { expect, test, type Page } from "@playwright/test";
import pg from "pg";

// Everybody here comes from an address of their own: limits are counted by address, and judged elsewhere.
let count = 0;
const fromElsewhere = () => ({ "x-forwarded-for": `10.${process.pid % 250}.${Math.floor(++count / 250)}.${count % 250}` });
const unique = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

test.beforeEach(async ({ context }) => context.setExtraHTTPHeaders(fromElsewhere()));

/** The link in the newest letter, as its reader would click it. */
async function mailedLink(address: string): Promise<string> {
  const client = new pg.Client({ connectionString: process.env.KUNDIG_E2E_DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query<{ text: string }>("select text from mails where to_address = $1 order by id desc limit 1", [address]);
    return /https?:\/\/\S+token=[\w-]+/.exec(rows[0]?.text ?? "")?.[0] ?? "";
  } finally {
    await client.end();
  }
}

async function join(page: Page, email: string, name = "Petra Probe"): Promise<void> {
  await page.goto("/de/sign-up?next=/de/me/settings");
  await page.getByLabel("Wie sollen andere Sie sehen?").fill(name);
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Passwort").fill("Sieben leise Trockner");
  await page.getByRole("button", { name: "Konto anlegen" }).click();
  await page.getByRole("link", { name: "Weiter" }).click();
  await expect(page.getByRole("heading", { name: "Einstellungen" })).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("Petra joins with a password, confirms her address, signs out and comes back", async ({ page }) => {
      const email = `petra-${unique()}@example.com`;
      await join(page, email);
      await expect(page.getByText("noch nicht bestätigt")).toBeVisible();
      await page.goto(await mailedLink(email));
      await page.getByRole("button", { name: "Adresse bestätigen" }).click();
      await page.waitForURL("**/de/me/settings");
      await expect(page.getByText("(bestätigt)")).toBeVisible();
      const cookies = await page.context().cookies();
      const session = cookies.find(({ name }) => name === "kundig_session");
      expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
      // The way a page without menus would: the button's form itself.
      await page.locator('form[action$="/sign-out"] button').first().evaluate((button: HTMLElement) => button.click());
      await page.waitForURL("**/de");
      expect((await page.context().cookies()).map(({ name }) => name)).not.toContain("kundig_session");
      await page.goto("/de/me/settings");
      await page.getByLabel("E-Mail-Adresse").fill(email);
      await page.getByLabel("Passwort").fill("Sieben laute Trockner");
      await page.getByRole("button", { name: "Anmelden", exact: true }).click();
      await expect(page.getByText("Adresse und Passwort passen nicht zusammen.")).toBeVisible();
      await expect(page.getByLabel("E-Mail-Adresse")).toHaveValue(email);
      await expect(page.getByLabel("Passwort")).toHaveValue("");
      await page.getByLabel("Passwort").fill("Sieben leise Trockner");
      await page.getByLabel("Passwort").press("Enter");
      await expect(page.getByRole("heading", { name: "Einstellungen" })).toBeVisible();
    });

    test("Owen joins with a mailed link; looking at it uses nothing up, pressing twice does nothing", async ({ page }) => {
      const email = `owen-${unique()}@example.com`;
      await page.goto("/sign-in?next=/me/settings");
      await page.getByLabel("E-mail address").fill(email);
      await page.getByRole("button", { name: "Send me a sign-in link" }).click();
      await expect(page.getByRole("heading", { name: "Look into your e-mails" })).toBeVisible();
      const link = await mailedLink(email);
      await page.goto(link);
      await page.goto(link);
      await page.getByRole("button", { name: "Sign in now" }).click();
      await expect(page.getByText("Please write at least 2 characters.")).toBeVisible();
      await page.getByLabel("How shall others see you?").fill("Owen H.");
      await page.getByRole("button", { name: "Sign in now" }).click();
      await page.waitForURL("**/me/settings");
      await expect(page.getByLabel("Name")).toHaveValue("Owen H.");
      await page.goto(link);
      await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
    });

    test("A wrong form keeps what was typed, never the password", async ({ page }) => {
      await page.goto("/sign-up");
      await page.getByLabel("How shall others see you?").fill("Somebody");
      await page.getByLabel("E-mail address").fill("not an address");
      await page.getByLabel("Password").fill("short");
      await page.getByRole("button", { name: "Create account" }).click();
      await expect(page.getByText("Please write an e-mail address like name@example.com.")).toBeVisible();
      await expect(page.getByLabel("How shall others see you?")).toHaveValue("Somebody");
      await expect(page.getByLabel("E-mail address")).toHaveValue("not an address");
      await expect(page.getByLabel("Password")).toHaveValue("");
    });
  });
}

test("A new password by mail, and the other device is out at once", async ({ page, browser }) => {
  const email = `rita-${unique()}@example.com`;
  const other = await browser.newPage({ extraHTTPHeaders: fromElsewhere(), baseURL: test.info().project.use.baseURL });
  await join(other, email, "Rita Reset");
  await other.goto(await mailedLink(email));
  await other.getByRole("button", { name: "Adresse bestätigen" }).click();
  await other.waitForURL("**/de/me/settings");
  await page.goto("/reset-password");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your e-mails" })).toBeVisible();
  await page.goto(await mailedLink(email));
  await page.getByLabel("New password").fill("Acht laute Waschmaschinen");
  await page.getByRole("button", { name: "Save and sign in" }).click();
  await page.waitForURL("**/me/settings");
  await other.goto("/de/me/settings");
  await expect(other.getByRole("heading", { name: "Anmelden oder neu dabei" })).toBeVisible();
  await other.close();
});

test("A device is signed out from another one, at once", async ({ page, browser }) => {
  const email = `gerd-${unique()}@example.com`;
  await join(page, email, "Gerd Geräte");
  const other = await browser.newPage({ extraHTTPHeaders: fromElsewhere(), baseURL: test.info().project.use.baseURL });
  await other.goto("/sign-in?next=/me/sessions");
  await other.getByLabel("E-mail address").fill(email);
  await other.getByLabel("Password").fill("Sieben leise Trockner");
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(other.getByText("this device")).toBeVisible();
  const asked = () => other.evaluate(async () => ((await (await fetch("/overlay")).json()) as { me: unknown }).me);
  expect(await asked()).toMatchObject({ displayName: "Gerd Geräte" });
  await page.goto("/de/me/sessions");
  await page.getByRole("button", { name: /abmelden$/ }).first().click();
  await expect(page.getByText("Abgemeldet.")).toBeVisible();
  expect(await asked()).toBeNull();
  await other.goto("/me/sessions");
  await expect(other.getByRole("heading", { name: "Sign in or join" })).toBeVisible();
  await other.close();
});

test("A token works until it is revoked", async ({ page, request }) => {
  await join(page, `tom-${unique()}@example.com`, "Tom Token");
  await page.goto("/de/me/tokens");
  await page.getByLabel("Wofür ist es?").fill("Mein Skript");
  await page.getByRole("button", { name: "Token anlegen" }).click();
  const token = (await page.getByTestId("access-token").textContent()) ?? "";
  expect(token).toMatch(/^kdg_[a-z0-9]{8}_[\w-]{43}_[0-9a-f]{6}$/);
  await page.goto("/de/me/tokens");
  await expect(page.getByText(token)).toHaveCount(0);
  const post = () => request.post("/api/v1/threads", { headers: { authorization: `Bearer ${token}` }, data: {} });
  // Known, and told what is wrong with the question.
  expect((await post()).status()).toBe(422);
  await page.getByRole("button", { name: "Mein Skript widerrufen" }).click();
  await expect(page.getByText("Widerrufen: Es gilt nicht mehr.")).toBeVisible();
  expect((await post()).status()).toBe(401);
});

test("Wanda takes what is held about her along, and deletes her account", async ({ page, request }) => {
  const email = `wanda-${unique()}@example.com`;
  await join(page, email, "Wanda Weg");
  await page.goto("/de/me/data");
  await page.getByRole("button", { name: "Meine Daten zusammenstellen" }).click();
  const link = page.getByRole("link", { name: /^Herunterladen/ });
  await expect(link).toBeVisible();
  const url = (await link.getAttribute("href")) ?? "";
  const file = await page.request.get(url);
  expect(file.headers()["content-disposition"]).toMatch(/^attachment/);
  expect(await file.json()).toMatchObject({ profile: [{ displayName: "Wanda Weg", email }] });
  expect((await request.get(url)).status(), "nobody else's").toBe(404);

  await page.getByLabel("Ihr Passwort").fill("Sieben laute Trockner");
  await page.getByRole("button", { name: "Mein Konto für immer löschen" }).click();
  await expect(page.getByText("Das ist nicht Ihr jetziges Passwort.")).toBeVisible();
  await page.getByLabel("Ihr Passwort").fill("Sieben leise Trockner");
  await page.getByRole("button", { name: "Mein Konto für immer löschen" }).click();
  await page.waitForURL("**/de");
  await page.goto("/de/me/data");
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Passwort").fill("Sieben leise Trockner");
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await expect(page.getByText("Adresse und Passwort passen nicht zusammen.")).toBeVisible();
});
