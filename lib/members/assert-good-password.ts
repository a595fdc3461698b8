import { InvalidInput } from "@/lib/platform/errors";
import { checkPassword } from "@/lib/platform/check-password";

/** Refuses a password that is too short, known from breaches, or made of what everybody knows about its owner. */
export function assertGoodPassword(password: string, about: { email: string; displayName?: string }): void {
  const wrong = checkPassword(password, [about.email, about.displayName ?? ""]);
  if (wrong) throw new InvalidInput({ password: wrong });
}
