import { closeDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { Refusal } from "@/lib/platform/errors";
import { translateKey } from "@/lib/platform/i18n/translator";
import { Mistake } from "@/lib/platform/mistake";
import { Failure, explain } from "./lib/failure.mjs";

type Command = {
  load: () => Promise<{ run(args: string[]): Promise<number> }>;
  help: string[];
  /** Comes with its own idea of the database. */
  bare?: boolean;
};

const commands: Record<string, Command> = {
  import: {
    load: () => import("./commands/import"),
    help: [
      "import stackexchange <folder> [--site <host>] [--category <slug>] [--locale en|de]",
      "import markdown <folder> [--locale en|de] [--category <slug>] [--source <name>] [--url <address>] [--license <name>]",
    ],
  },
  user: { load: () => import("./commands/user"), help: ["user create --email <address> --name <name> --role member|expert|agent|manager|admin --password <password>"] },
  token: { load: () => import("./commands/token"), help: ["token create --email <address> --name <what it is for>"] },
  search: { load: () => import("./commands/search"), help: ["search words --locale de <file>"] },
  reindex: { load: () => import("./commands/reindex"), help: ["reindex"] },
  backup: { load: () => import("./commands/backup"), help: ["backup <file.tar.gz>"] },
  restore: { load: () => import("./commands/restore"), help: ["restore <file.tar.gz> [--force]"], bare: true },
  doctor: { load: () => import("./commands/doctor"), help: ["doctor [--repair]"], bare: true },
};

process.exitCode = await main(process.argv.slice(2));
await closeDatabase();

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || ["help", "--help", "-h"].includes(name)) return help();
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return wrong(`There is no command "${name}". npm run kundig -- help lists them.`, 2);
  if (args.includes("--help")) return help(command);
  try {
    if (!command.bare) await migrateDatabase(process.env.DATABASE_URL ?? "");
    const { run } = await command.load();
    return await run(args);
  } catch (error) {
    return tell(error, command);
  }
}

function help(command?: Command): number {
  console.log("Usage: npm run kundig -- <command>\n");
  for (const { help: lines } of command ? [command] : Object.values(commands)) for (const line of lines) console.log(`  ${line}`);
  return 0;
}

/** What a person can mend is one line; anything else comes with its stack. */
function tell(error: unknown, command: Command): number {
  if (error instanceof Refusal) return wrong(translateKey("en", error.sentence.key, error.sentence.values), 1);
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (code.startsWith("ERR_PARSE_ARGS")) return wrong(`${message.split(". ")[0]}.\nUsage: ${command.help.join("\n       ")}`, 2);
  const unreachable = whyUnreachable(error);
  if (unreachable) return wrong(`The database does not answer (${unreachable}): check DATABASE_URL.`, 1);
  const known = explain(error);
  if (known instanceof Failure || error instanceof Mistake) return wrong((known as Error).message, 1);
  console.error(error);
  return 1;
}

/** Nobody listens there, the name is unknown, or the user, password or database is wrong. */
function whyUnreachable(error: unknown): string | undefined {
  const { code = "", message = "" } = ((error as { cause?: unknown }).cause ?? error) as { code?: string; message?: string };
  const known = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH", "28P01", "28000", "3D000"];
  return known.includes(code) ? message || code : undefined;
}

function wrong(line: string, code: number): number {
  console.error(`kundig: ${line}`);
  return code;
}
