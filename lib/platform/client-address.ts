import type { IncomingMessage } from "node:http";

/** Our entry tells pages and actions the client's address in this header; one that a client sends is replaced. */
export const clientAddressHeader = "x-kundig-client";

/**
 * Who asks, for limits. X-Forwarded-For is believed only for as many hops as KUNDIG_PROXIES says
 * stand in front, counted from the end: everything before them was written by the client.
 */
export function clientAddress(req: IncomingMessage): string {
  const own = req.socket.remoteAddress ?? "unknown";
  const hops = Number(process.env.KUNDIG_PROXIES ?? 0);
  if (hops < 1) return own;
  const told = String(req.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  return told.at(-hops) ?? own;
}
