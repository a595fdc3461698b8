import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/db/client";
import { mails } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeMember } from "@/db/testing/factories";
import { visitor } from "@/lib/members/actor";
import { closeMail } from "@/lib/platform/mail/send-mail";
import { getMail, listMails } from "./list-mails";
import { queueMail } from "./queue-mail";
import { sendQueuedMail } from "./send-queued-mail";
import { writeLetter } from "./write-letter";

testDatabase();

afterEach(() => {
  delete process.env.SMTP_URL;
  closeMail();
});

const link = { to: "anna@example.com", locale: "en" as const, kind: "sign_in_link" as const, values: { path: "/sign-in/link?token=SECRET-1", minutes: 30 } };
const queue = (more: Record<string, unknown> = {}) => inTransaction((tx) => queueMail(tx, { ...link, ...more }));
const rowOf = async (id: number | null) => (await db.select().from(mails).where(eq(mails.id, id ?? 0)))[0];

describe("a letter", () => {
  it("says the same in both forms, in its language, with an absolute link", () => {
    const letter = writeLetter("de", "sign_in_link", { path: "/sign-in/link?token=abc", minutes: 30 });
    expect(letter.subject).toBe("Ihr Anmeldelink · Nordhang Community");
    expect(letter.text).toMatch(/Anmelden:\nhttp:\/\/localhost:\d+\/de\/sign-in\/link\?token=abc/);
    expect(letter.html).toContain('lang="de"');
    expect(letter.html).toContain("/de/sign-in/link?token=abc");
    expect(letter.text).toContain("nicht angefordert");
  });

  it("is written down once for a key", async () => {
    expect(await queue({ dedupeKey: "k" })).not.toBeNull();
    expect(await queue({ dedupeKey: "k" })).toBeNull();
    const jobs = await db.execute("select 1 from graphile_worker.jobs where task_identifier = 'mail.send'");
    expect(jobs.rows).toHaveLength(1);
  });
});

describe("without a mail server", () => {
  it("is kept for staff, its secret for admins only", async () => {
    const id = (await queue()) ?? 0;
    await sendQueuedMail({ mailId: id });
    expect(await rowOf(id)).toMatchObject({ state: "kept" });
    const agent = await makeMember({ role: "agent" });
    const admin = await makeMember({ role: "admin" });
    await expect(listMails(visitor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listMails(await makeMember())).rejects.toMatchObject({ code: "forbidden" });
    await expect(getMail(await makeMember(), id)).rejects.toMatchObject({ code: "not_found" });
    expect((await listMails(agent, { query: "ANNA@" })).items.map((mail) => mail.id)).toContain(id);
    expect(JSON.stringify(await getMail(agent, id))).not.toContain("SECRET-1");
    expect(await getMail(agent, id)).toMatchObject({ withheld: "link" });
    expect((await getMail(admin, id)).text).toContain("SECRET-1");
  });
});

describe("with a mail server", () => {
  it("goes out once, and its secret does not stay with us", async () => {
    const server = await mailServer();
    process.env.SMTP_URL = server.url;
    const id = (await queue()) ?? 0;
    await sendQueuedMail({ mailId: id });
    await sendQueuedMail({ mailId: id });
    expect(server.letters).toHaveLength(1);
    expect(server.letters[0]).toContain("SECRET-1");
    expect(server.letters[0]).toContain(`<mail-${id}@localhost>`);
    const row = await rowOf(id);
    expect(row).toMatchObject({ state: "sent", error: null });
    expect(`${row?.text}${row?.html}`).not.toContain("SECRET-1");
    await server.stop();
  });

  it("is tried again when the server is busy and given up when it is refused", async () => {
    const server = await mailServer();
    process.env.SMTP_URL = server.url;
    const id = (await queue()) ?? 0;
    server.answer = "451 later";
    await expect(sendQueuedMail({ mailId: id })).rejects.toThrow();
    expect(await rowOf(id)).toMatchObject({ state: "queued" });
    server.answer = "550 nobody here";
    await sendQueuedMail({ mailId: id });
    expect(await rowOf(id)).toMatchObject({ state: "failed", error: expect.stringContaining("550") });
    await server.stop();
  });
});

/** Takes letters as a mail server does, or answers the recipient with `answer`. */
async function mailServer() {
  const state = { url: "", letters: [] as string[], answer: "250 ok", stop: async () => {} };
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    let letter: string | null = null;
    socket.on("error", () => {});
    socket.write("220 test\r\n");
    socket.on("data", (data) => {
      for (const line of data.toString().split(/(?<=\r\n)/)) {
        if (letter !== null) {
          letter += line;
          if (!letter.endsWith("\r\n.\r\n")) continue;
          state.letters.push(letter.replace(/=\r\n/g, "").replace(/=3D/g, "="));
          letter = null;
          socket.write("250 taken\r\n");
        } else if (/^DATA/i.test(line)) {
          letter = "";
          socket.write("354 go on\r\n");
        } else if (/^RCPT/i.test(line)) socket.write(`${state.answer}\r\n`);
        else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
        else socket.write("250 ok\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  state.url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  state.stop = async () => {
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return state;
}
