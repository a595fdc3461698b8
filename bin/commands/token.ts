import { parseArgs } from "node:util";
import { createAccessToken } from "@/lib/members/create-access-token";
import { getMemberByEmail } from "@/lib/members/get-member-by-email";
import { Refusal } from "@/lib/platform/errors";
import { translator } from "@/lib/platform/i18n/translator";

const usage = "token create --email <address> --name <what it is for> [--days <number>]";

/** Makes an access token for the account with this address. The token is the last word printed. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { email: { type: "string" }, name: { type: "string" }, days: { type: "string" } },
  });
  if (positionals[0] !== "create" || !values.email || !values.name) return wrong(usage);
  const member = await getMemberByEmail(values.email);
  if (!member) return wrong(`Nobody has the address ${values.email}. Make the account first: user create --email …`);
  try {
    const { token } = await createAccessToken(member, { name: values.name, days: values.days });
    console.log(`Access token of ${member.displayName} for “${values.name}”, shown this once: ${token}`);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return wrong(translator("en")(error.sentence.key, error.sentence.values), usage);
  }
}

function wrong(...lines: string[]): number {
  for (const line of lines) console.error(line);
  return 1;
}
