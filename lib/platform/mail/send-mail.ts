import { createTransport, type Transporter } from "nodemailer";
import { publicUrl } from "@/lib/platform/config";
import { singleton } from "@/lib/platform/singleton";
import { site } from "@/lib/platform/site";
import { parseAddress } from "./parse-address";

export interface OutgoingMail {
  /** Exactly one address. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same for a repeated attempt, so that receivers know the second as the first. */
  messageId?: string;
}

const open = singleton("mail", (): { url?: string; transport?: Transporter } => ({}));

/** Hands a letter to the server behind SMTP_URL; throws when it is not taken. Called by jobs only. */
export async function sendMail({ to, subject, text, html, messageId }: OutgoingMail): Promise<void> {
  const address = parseAddress(to);
  if (!address) throw new Error("not one plain e-mail address");
  const from = sender();
  await transport().sendMail({
    from: { name: from.name, address: from.address },
    to: { name: "", address },
    // Not read out of the headers again: whatever those say, it goes to this one address.
    envelope: { from: from.address, to: [address] },
    subject: subject.replace(/[\r\n]+/g, " "),
    text,
    html,
    messageId,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Ends the connections to the mail server. */
export function closeMail(): void {
  open.transport?.close();
  open.transport = undefined;
}

function transport(): Transporter {
  const url = process.env.SMTP_URL;
  if (!url) throw new Error("SMTP_URL is not set");
  if (open.transport && open.url === url) return open.transport;
  closeMail();
  open.url = url;
  open.transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  return open.transport;
}

/** MAIL_FROM is "address" or "Name <address>"; without it, no-reply at the site's own host. */
function sender(): { name: string; address: string } {
  const [, name = "", given = ""] =
    /^\s*(?:(.*?)\s*<)?([^<>]+)>?\s*$/.exec(process.env.MAIL_FROM ?? "") ?? [];
  const address = parseAddress(given) ?? `no-reply@${new URL(publicUrl()).hostname}`;
  return { name: name.replace(/^"|"$/g, "") || site.community, address };
}
