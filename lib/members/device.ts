import type { Locale } from "@/lib/platform/i18n/locale";
import type { Role } from "./actor";

/** The browser behind an act on an account, as the edge knows it. */
export type Device = {
  /** Client address, for limits. */
  address: string;
  userAgent: string;
  /** Hash of the session it came with; signing in ends that one. */
  session?: string;
};

/** What a browser gets when somebody signed in. */
export type SignedIn = { token: string; member: { id: number; role: Role; locale: Locale } };
