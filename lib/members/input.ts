import { z } from "zod";
import { locales } from "@/lib/platform/i18n/locale";
import { returnPath } from "@/lib/platform/auth/return-path";
import { parseAddress } from "@/lib/platform/mail/parse-address";
import { idInput, lineInput, textInput } from "@/lib/platform/text-input";

export const roles = ["member", "expert", "agent", "manager", "admin"] as const;

/** Compared and stored in lower case: two people whose addresses differ only in case do not exist. */
export const emailInput = z
  .string({ error: "error.email" })
  .transform((text) => parseAddress(text)?.toLowerCase() ?? "")
  .pipe(z.string().min(1, "error.email"));

/** Letters or figures must be in it; signs that turn or hide text must not. */
export const displayNameInput = lineInput(2, 60).refine(
  (name) => /[\p{L}\p{N}]/u.test(name) && !/[\p{Cc}\p{Cf}\p{Co}@<>]/u.test(name),
  "error.displayName",
);

/** Exactly as typed: nothing is trimmed from a password. Its rules are lib/platform/passwords.ts. */
const passwordInput = z.string({ error: "error.required" }).min(1, "error.required").max(1000, "error.required");

const localeInput = z.enum(locales);
const returnToInput = z.unknown().transform((wanted) => returnPath(wanted));
const tokenInput = z.string().regex(/^[\w-]{43}$/, "auth.link.invalid");

export const signUpInput = z.object({
  displayName: displayNameInput,
  email: emailInput,
  password: passwordInput,
  locale: localeInput,
  returnTo: returnToInput,
});
export const signInInput = z.object({ email: emailInput, password: passwordInput });
export const signInLinkInput = z.object({ email: emailInput, locale: localeInput, returnTo: returnToInput });
export const passwordResetInput = z.object({ email: emailInput, locale: localeInput });
export const tokenOnlyInput = z.object({ token: tokenInput });
export const resetPasswordInput = z.object({ token: tokenInput, password: passwordInput });
/** The password, or without one the own name as it stands in addresses. */
export const deleteAccountInput = z.object({ current: z.string().max(1000).default("") });

export const changePasswordInput = z.object({ current: z.string().max(1000).default(""), password: passwordInput });

export const updateProfileInput = z.object({
  displayName: displayNameInput,
  bio: textInput(0, 500),
  locale: localeInput,
  mailNotifications: z.boolean(),
});
export const setRoleInput = z.object({ memberId: idInput, role: z.enum(roles) });
export const expertTopicsInput = z.object({ memberId: idInput, categoryIds: z.array(idInput).max(100) });
export const saveMemberInput = z.object({
  email: emailInput,
  displayName: displayNameInput,
  role: z.enum(roles),
  password: passwordInput.optional(),
  locale: localeInput.optional(),
});
export const accessTokenInput = z.object({
  name: lineInput(1, 60),
  /** Days until it ends by itself; none: when it is revoked. */
  days: z.coerce.number().int().min(1).max(3650).optional(),
});
