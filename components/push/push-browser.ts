import { apiFetch } from "@/components/ui/api";

/** Whether this browser can be told at all, may be, and already is. */
export async function pushState(): Promise<"unable" | "refused" | "off" | "on"> {
  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window)) return "unable";
  if (Notification.permission === "denied") return "refused";
  const worker = await navigator.serviceWorker.getRegistration("/");
  return (await worker?.pushManager.getSubscription()) ? "on" : "off";
}

/** Asks the person, then the browser's own service; only ever after a click. Throws when that service can't be reached. */
export async function startPush(): Promise<"on" | "refused"> {
  if ((await Notification.requestPermission()) !== "granted") return "refused";
  const { publicKey } = await apiFetch<{ publicKey: string }>("/me/push");
  const worker = await navigator.serviceWorker.register("/sw.js");
  await navigator.serviceWorker.ready;
  const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  const { endpoint, keys } = subscription.toJSON();
  await apiFetch("/me/push", { method: "PUT", body: { endpoint, keys } });
  return "on";
}

export async function stopPush(): Promise<void> {
  const worker = await navigator.serviceWorker.getRegistration("/");
  const subscription = await worker?.pushManager.getSubscription();
  if (!subscription) return;
  await subscription.unsubscribe();
  await apiFetch("/me/push", { method: "DELETE", body: { endpoint: subscription.endpoint } });
}
