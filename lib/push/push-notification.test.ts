import { createECDH, randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { pushSubscriptions } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeMember } from "@/db/testing/factories";
import { auditOf, jobsNamed } from "@/db/testing/traces";
import { visitor, type Member } from "@/lib/members/actor";
import { notify } from "@/lib/notifications/notify";
import { pushNotification } from "./push-notification";
import { readPushKey } from "./read-push-key";
import { subscribeBrowser, unsubscribeBrowser } from "./subscribe-browser";

testDatabase();

function browser(name: string) {
  const keys = createECDH("prime256v1");
  keys.generateKeys();
  return {
    endpoint: `https://fcm.googleapis.com/fcm/send/${name}`,
    keys: { p256dh: keys.getPublicKey("base64url"), auth: randomBytes(16).toString("base64url") },
  };
}

const tell = (member: Member) =>
  inTransaction((tx) => notify(tx, { memberId: member.id, kind: "chat_accepted", path: "/chat/1", values: { title: "Door stays locked", actor: "Deniz" } }));

const browsersOf = (member: Member) => db.select().from(pushSubscriptions).where(eq(pushSubscriptions.memberId, member.id));

test("every browser of a member is told, encrypted and signed; those that are gone are forgotten", async () => {
  const member = await makeMember();
  await subscribeBrowser(member, browser("phone"));
  await subscribeBrowser(member, browser("sold"));
  await subscribeBrowser(member, browser("laptop"));
  const notificationId = (await tell(member)) ?? 0;
  expect(await jobsNamed("push.send")).toMatchObject([{ notificationId }]);
  const sent: { url: string; body: string; authorization: string }[] = [];
  await pushNotification({ notificationId }, async (url, { body, headers, redirect }) => {
    sent.push({ url, body: Buffer.from(body as ArrayBuffer).toString("latin1"), authorization: new Headers(headers).get("authorization") ?? "" });
    expect(redirect).toBe("error");
    if (url.endsWith("laptop")) throw new Error("no network");
    return { status: url.endsWith("sold") ? 410 : 201 };
  });
  expect(sent.map(({ url }) => url.split("/").at(-1))).toEqual(["phone", "sold", "laptop"]);
  for (const { body, authorization } of sent) {
    expect(body).not.toContain("Door");
    expect(authorization).toContain((await readPushKey()).publicKey);
  }
  expect((await browsersOf(member)).map(({ endpoint }) => endpoint.split("/").at(-1)).sort()).toEqual(["laptop", "phone"]);
});

test("the key is made once, however many ask for it first", async () => {
  const keys = await Promise.all(Array.from({ length: 8 }, readPushKey));
  expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(1);
  expect(Buffer.from(keys[0]?.publicKey ?? "", "base64url")).toHaveLength(65);
});

test("a browser belongs to who named it last, ten at most, and only makers we know are ever called", async () => {
  const [first, second] = [await makeMember(), await makeMember()];
  const shared = browser("shared");
  await subscribeBrowser(first, shared);
  await subscribeBrowser(second, shared);
  expect(await browsersOf(first)).toEqual([]);
  await unsubscribeBrowser(first, shared);
  expect(await browsersOf(second)).toHaveLength(1);
  await unsubscribeBrowser(second, shared);
  expect(await browsersOf(second)).toEqual([]);
  for (let count = 0; count < 12; count++) await subscribeBrowser(first, browser(`b${count}`));
  expect(await browsersOf(first)).toHaveLength(10);
  expect(await auditOf("member", second.id)).toEqual(["push.subscribed", "push.unsubscribed"]);
  for (const endpoint of ["http://fcm.googleapis.com/x", "https://127.0.0.1/x", "https://evilfcm.googleapis.com.example/x", "https://fcm.googleapis.com:8443/x", "https://notpush.apple.com/x"]) {
    await expect(subscribeBrowser(first, { ...shared, endpoint }), endpoint).rejects.toMatchObject({ fields: { endpoint: { key: "error.push.service" } } });
  }
  for (const endpoint of ["", "fcm.googleapis.com", "a sentence"]) {
    await expect(subscribeBrowser(first, { ...shared, endpoint }), endpoint).rejects.toHaveProperty("fields.endpoint");
  }
  await expect(subscribeBrowser(visitor, shared)).rejects.toMatchObject({ code: "forbidden" });
});
