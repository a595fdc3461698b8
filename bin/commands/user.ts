import { parseArgs } from "node:util";
import { system } from "@/lib/members/actor";
import { roles } from "@/lib/members/input";
import { saveMember } from "@/lib/members/save-member";
import { checkPassword } from "@/lib/platform/check-password";
import { InvalidInput } from "@/lib/platform/errors";
import { translator } from "@/lib/platform/i18n/translator";

const usage = `user create --email <address> --name <name> --role ${roles.join("|")} --password <password> [--locale en|de]`;

/** Makes an account, or brings the one with this address to what was asked for. Can be run twice. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      email: { type: "string" },
      name: { type: "string" },
      role: { type: "string", default: "member" },
      password: { type: "string" },
      locale: { type: "string" },
    },
  });
  if (positionals[0] !== "create") return wrong(usage);
  const { email, name, role, password, locale } = values;
  try {
    const saved = await saveMember(system("cli"), { email, displayName: name, role, password, locale });
    if (password !== undefined && checkPassword(password, [email ?? "", name ?? ""])) {
      console.error("Note: this password is short or easy to guess; the sign-up form would refuse it.");
    }
    const page = `/u/${saved.name}`;
    if (saved.created) console.log(`Created ${email} as ${role}, ${page}.`);
    else if (saved.changed.length === 0) console.log(`${email} was there already, ${page}. Nothing to change.`);
    else console.log(`${email} was there already, ${page}. Changed: ${saved.changed.join(", ")}.`);
    return 0;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return wrong(sentences(error), usage);
  }
}

const options: Record<string, string> = { displayName: "name" };

function sentences(error: InvalidInput): string {
  const t = translator("en");
  const lines = Object.entries(error.fields).map(([field, { key, values }]) => `--${options[field] ?? field}: ${t(key, values)}`);
  return lines.join("\n");
}

function wrong(...lines: string[]): number {
  for (const line of lines) console.error(line);
  return 1;
}
