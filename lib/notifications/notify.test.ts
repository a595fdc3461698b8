import { desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db, inTransaction } from "@/db/client";
import { mails, memberEvents, members, notifications } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeMember } from "@/db/testing/factories";
import { visitor } from "@/lib/members/actor";
import { getMe } from "@/lib/members/get-me";
import { listNotifications } from "./list-notifications";
import { markNotificationsRead } from "./mark-notifications-read";
import { notify, type Notice } from "./notify";
import { notificationSentence } from "./notification-kind";
import { openNotification } from "./open-notification";
import { stopNotificationMails } from "./stop-notification-mails";
import { unsubscribePath } from "./unsubscribe-path";

testDatabase();

const notice = (memberId: number, more: Partial<Notice> = {}): Notice => ({
  memberId,
  kind: "answer_posted",
  path: "/t/1/title",
  values: { title: "W7 won't drain" },
  threadId: 1,
  ...more,
});
const tell = (wanted: Notice) => inTransaction((tx) => notify(tx, wanted));
const lettersTo = (memberId: number) => db.select().from(mails).where(eq(mails.memberId, memberId)).orderBy(desc(mails.id));

describe("notify", () => {
  it("tells in the list, on open screens and by mail, in the reader's language", async () => {
    const reader = await makeMember({ locale: "de", displayName: "Anna" });
    const writer = await makeMember({ displayName: "Jonas Wirth" });
    const id = await tell(notice(reader.id, { actorId: writer.id }));
    const { items } = await listNotifications(reader);
    expect(items).toMatchObject([{ id, kind: "answer_posted", readAt: null, actor: { displayName: "Jonas Wirth" } }]);
    expect((await getMe(reader)).unread).toBe(1);
    const events = await db.select().from(memberEvents).where(eq(memberEvents.memberId, reader.id));
    expect(events).toMatchObject([{ seq: 1, event: { type: "notification", id, path: "/t/1/title" } }]);
    const [letter] = await lettersTo(reader.id);
    expect(letter?.subject).toContain("Jonas Wirth hat auf „W7 won't drain“ geantwortet");
    expect(letter?.text).toContain("Guten Tag Anna,");
    expect(letter?.text).toContain("/de/t/1/title");
    expect(letter?.text).toContain("/de/unsubscribe?member=");
  });

  it("tells the same cause once, and nobody of what they did themselves", async () => {
    const reader = await makeMember();
    expect(await tell(notice(reader.id, { dedupeKey: "answer:7" }))).not.toBeNull();
    expect(await tell(notice(reader.id, { dedupeKey: "answer:7" }))).toBeNull();
    expect(await tell(notice(reader.id, { actorId: reader.id }))).toBeNull();
    expect((await listNotifications(reader)).items).toHaveLength(1);
    expect(await lettersTo(reader.id)).toHaveLength(1);
  });

  it("writes no letters to who does not want them, to unproved addresses, or to closed accounts", async () => {
    const quiet = await makeMember();
    const unproved = await makeMember();
    const closed = await makeMember();
    await db.update(members).set({ mailNotifications: false }).where(eq(members.id, quiet.id));
    await db.update(members).set({ emailVerifiedAt: null }).where(eq(members.id, unproved.id));
    await db.update(members).set({ deactivatedAt: new Date() }).where(eq(members.id, closed.id));
    for (const { id } of [quiet, unproved, closed]) await tell(notice(id));
    for (const { id } of [quiet, unproved, closed]) expect(await lettersTo(id)).toHaveLength(0);
    const told = await db.select().from(notifications).where(eq(notifications.memberId, closed.id));
    expect(told).toHaveLength(0);
  });

  it("lets nothing a member wrote become markup or a link in a letter", async () => {
    const reader = await makeMember();
    const writer = await makeMember({ displayName: "<b>win</b> shop.example" });
    await tell(notice(reader.id, { actorId: writer.id, values: { title: 'x"><img src=http://evil.example/a>' } }));
    const [letter] = await lettersTo(reader.id);
    expect(letter?.html).not.toContain("<b>win");
    expect(letter?.html).not.toContain("<img");
    expect(letter?.text).not.toMatch(/shop\.example|http:\/\/evil/);
  });

  it("is undone with the write it belongs to", async () => {
    const reader = await makeMember();
    const failed = inTransaction(async (tx) => {
      await notify(tx, notice(reader.id));
      throw new Error("the post failed");
    });
    await expect(failed).rejects.toThrow("the post failed");
    expect((await listNotifications(reader)).items).toHaveLength(0);
    expect(await lettersTo(reader.id)).toHaveLength(0);
  });
});

describe("reading", () => {
  it("goes on by a cursor and never shows what is another's", async () => {
    const reader = await makeMember();
    const other = await makeMember();
    for (let turn = 0; turn < 5; turn++) await tell(notice(reader.id));
    const first = await listNotifications(reader, { limit: 3 });
    expect(first.items).toHaveLength(3);
    const rest = await listNotifications(reader, { limit: 3, cursor: Number(first.nextCursor) });
    expect(rest.items).toHaveLength(2);
    expect(rest.nextCursor).toBeUndefined();
    expect((await listNotifications(other)).items).toHaveLength(0);
    expect((await listNotifications(visitor)).items).toHaveLength(0);
  });

  it("marks one, a thread's, or all up to one; never those of others", async () => {
    const reader = await makeMember();
    const other = await makeMember();
    const [one, two, three] = [await tell(notice(reader.id)), await tell(notice(reader.id, { threadId: 2 })), await tell(notice(reader.id, { threadId: 2 }))];
    expect(await markNotificationsRead(other, { ids: [one] })).toEqual({ marked: 0 });
    await expect(markNotificationsRead(visitor, { ids: [one] })).rejects.toMatchObject({ code: "forbidden" });
    await expect(markNotificationsRead(reader, { ids: ["x"] })).rejects.toMatchObject({ code: "invalid_input" });
    expect(await markNotificationsRead(reader, { ids: [one] })).toEqual({ marked: 1 });
    expect(await markNotificationsRead(reader, { ids: [one] })).toEqual({ marked: 0 });
    await expect(openNotification(other, { id: two })).rejects.toMatchObject({ code: "not_found" });
    expect(await openNotification(reader, { id: two })).toEqual({ path: "/t/1/title" });
    expect((await getMe(reader)).unread).toBe(0);
    expect(await markNotificationsRead(reader, { upTo: three })).toEqual({ marked: 0 });
  });
});

describe("stopping letters", () => {
  it("needs the letter's own proof and no sign-in", async () => {
    const reader = await makeMember();
    const proof = new URLSearchParams(unsubscribePath(reader.id).split("?")[1]).get("proof") ?? "";
    await expect(stopNotificationMails(visitor, { member: reader.id + 1, proof })).rejects.toMatchObject({ code: "not_found" });
    await stopNotificationMails(visitor, { member: String(reader.id), proof });
    await tell(notice(reader.id));
    expect(await lettersTo(reader.id)).toHaveLength(0);
  });
});

describe("notificationSentence", () => {
  it("falls back to the title for a kind it does not know", () => {
    expect(notificationSentence("en", "from_a_later_version", { title: "W7" })).toBe("W7");
  });
});
