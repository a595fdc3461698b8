import { z } from "zod";

/** The services browsers bring along. Nothing else is ever called: an address comes from a member, and may point anywhere. */
const services = ["fcm.googleapis.com", "push.services.mozilla.com", "notify.windows.com", "push.apple.com"];

export const subscriptionInput = z.object({
  endpoint: z.url().max(1_000).refine(isPushService, "error.push.service"),
  keys: z.object({
    p256dh: z.string().regex(/^[\w-]{80,100}=*$/),
    auth: z.string().regex(/^[\w-]{20,30}=*$/),
  }),
});

export const endpointInput = z.object({ endpoint: z.string().max(1_000) });

function isPushService(address: string): boolean {
  // Asked even when it is no address at all.
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port } = new URL(address);
  return protocol === "https:" && port === "" && services.some((service) => hostname === service || hostname.endsWith(`.${service}`));
}
