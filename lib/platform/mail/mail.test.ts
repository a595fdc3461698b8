import { createServer, type AddressInfo, type Server } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseAddress } from "./parse-address";
import { closeMail, sendMail } from "./send-mail";
import { userText } from "./user-text";

describe("parseAddress", () => {
  it.each([
    ["anna@mail.example", "anna@mail.example"],
    [" Anna.Keller+lists@Mail.EXAMPLE ", "Anna.Keller+lists@mail.example"],
    ["o'neil@a-b.co", "o'neil@a-b.co"],
    ["jörg@mail.example", null],
    ["info@müller.example", "info@xn--mller-kva.example"],
  ])("reads %s as %s", (text, address) => expect(parseAddress(text)).toBe(address));

  it.each([
    "a@b.example,c@d.example",
    "a@b.example, c@d.example",
    "a@b.example;c@d.example",
    "a@b.example c@d.example",
    "Anna <a@b.example>",
    "<a@b.example>",
    "group: a@b.example, c@d.example;",
    '"a@evil.example" @b.example',
    '"a b"@c.example',
    "a@b.example(comment)",
    "a＠b.example",
    "a@evil.example＠b.example",
    "a@b．example",
    "a@b。example",
    "a@b@c.example",
    "a@b.example\r\nBcc: c@d.example",
    "a@b.example\0",
    "a@[127.0.0.1]",
    "a@127.0.0.1",
    "a@localhost",
    "a@b..example",
    "a@-b.example",
    ".a@b.example",
    "a..b@c.example",
    "@b.example",
    "a@",
    "",
    "a@xn--.example",
    `${"a".repeat(65)}@b.example`,
    `a@${"b.".repeat(130)}example`,
    "a\u202e@b.example",
    "a@b.ex\u200bample",
  ])("refuses %j", (text) => expect(parseAddress(text)).toBeNull());

  it.each([
    null,
    undefined,
    1,
    {},
    ["a@b.example"],
    ["a@b.example", "c@d.example"],
    { toString: () => "a@b.example" },
  ])("refuses what is no text: %j", (value) => expect(parseAddress(value)).toBeNull());

  it("never yields more than one recipient, whatever is typed", () => {
    const piece = fc.constantFrom(
      ...'@,;<>()[]":\\ ＠．。.\r\n\tab',
      "a@b.example",
      "é",
      "\u200b",
      "xn--a",
      "group:",
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((parts) => parts.join("")),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const address = parseAddress(typed);
        if (address === null) return;
        expect(address).toMatch(/^[^\s@,;<>()[\]":\\]+@[a-z0-9.-]+\.[a-z0-9-]+$/);
        expect(parseAddress(address)).toBe(address);
      }),
      { numRuns: 5_000 },
    );
  });

  it("comes to an end with 100 KB of nested groups", () => {
    for (const unit of ["a:", "(", "<", "@", ".a", '"', ","])
      expect(parseAddress(unit.repeat(100_000 / unit.length))).toBeNull();
  });
});

describe("userText", () => {
  it.each([
    ["Anna Keller", "Anna Keller"],
    ["E18, z.B. nach 3.5 Min.", "E18, z.B. nach 3.5 Min."],
    ["Win at www.shop.example", "Win at www[.]shop[.]example"],
    ["https://evil.example/x", "https[:]//evil[.]example/x"],
    ["me@evil.example", "me[at]evil[.]example"],
    ["evil．example", "evil[.]example"],
    ["two\r\nlines\u202e\u200b", "two lines"],
  ])("writes %j as %j", (text, written) => expect(userText(text)).toBe(written));

  it("cuts visibly", () => expect(userText("x".repeat(200), 10)).toBe(`${"x".repeat(9)}…`));

  it("leaves nothing that becomes a link", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab.:/@-w ", "://", "www.", "http") }), (text) => {
        expect(userText(text, 1_000)).not.toMatch(/[a-z]:\/\/|[\p{L}\p{N}]\.\p{L}{2}|@[\p{L}\p{N}]/u);
      }),
    );
  });
});

/** Just enough of a mail server to see what really leaves. */
function smtpServer(received: { recipients: string[]; data: string }[]): Server {
  return createServer((socket) => {
    let recipients: string[] = [];
    let data: string | null = null;
    socket.write("220 test\r\n");
    socket.on("data", (chunk) => {
      if (data !== null) {
        data += chunk;
        if (!data.endsWith("\r\n.\r\n")) return;
        received.push({ recipients, data });
        data = null;
        recipients = [];
        socket.write("250 ok\r\n");
        return;
      }
      const line = String(chunk);
      const [, recipient] = /^RCPT TO:<(.*)>/.exec(line) ?? [];
      if (recipient) recipients.push(recipient);
      if (line.startsWith("DATA")) data = "";
      socket.write(
        line.startsWith("DATA")
          ? "354 go\r\n"
          : line.startsWith("RCPT TO:<full")
            ? "552 full\r\n"
            : "250 ok\r\n",
      );
    });
    socket.on("error", () => {});
  });
}

describe("sendMail", () => {
  const received: { recipients: string[]; data: string }[] = [];
  const server = smtpServer(received);
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    process.env.SMTP_URL = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
    process.env.MAIL_FROM = "Nordhang <community@nordhang.example>";
  });
  afterAll(() => {
    closeMail();
    server.close();
    delete process.env.SMTP_URL;
    delete process.env.MAIL_FROM;
  });
  const letter = {
    subject: "Hallo\r\nBcc: x@evil.example",
    text: "Grüße",
    html: "<p>Grüße</p>",
    messageId: "<mail-1@kundig.example>",
  };

  it("reaches exactly the one address, with both forms and a stable Message-ID", async () => {
    await sendMail({ to: "anna@mail.example", ...letter });
    expect(received).toHaveLength(1);
    expect(received[0]?.recipients).toEqual(["anna@mail.example"]);
    expect(received[0]?.data).toContain("From: Nordhang <community@nordhang.example>");
    expect(received[0]?.data).toContain("Message-ID: <mail-1@kundig.example>");
    expect(received[0]?.data).toContain("Auto-Submitted: auto-generated");
    expect(received[0]?.data).toMatch(/text\/plain[\s\S]*text\/html/);
    expect(received[0]?.data).not.toMatch(/^Bcc:/m);
  });

  it("refuses anything but one address", async () => {
    await expect(sendMail({ to: "a@b.example, c@d.example", ...letter })).rejects.toThrow("one plain");
    expect(received).toHaveLength(1);
  });

  it("passes on what the server answers", async () => {
    await expect(sendMail({ to: "full@mail.example", ...letter })).rejects.toMatchObject({
      responseCode: 552,
    });
  });
});
