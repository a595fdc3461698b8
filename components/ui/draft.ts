const prefix = "kundig-draft:";
const discarded = "kundig:draft-discarded";

export function readDraft(key: string): string {
  forgetSent();
  try {
    return localStorage.getItem(prefix + key) ?? "";
  } catch {
    return "";
  }
}

export function writeDraft(key: string, text: string): void {
  try {
    if (text.trim()) localStorage.setItem(prefix + key, text);
    else localStorage.removeItem(prefix + key);
  } catch {
    // Private windows may have no storage; the text is still in the field.
  }
}

/** After sending worked. The composer with this draft empties itself. */
export function clearDraft(key: string): void {
  writeDraft(key, "");
  window.dispatchEvent(new CustomEvent(discarded, { detail: key }));
}

export function onDraftCleared(key: string, act: () => void): () => void {
  const listener = (event: Event) => event instanceof CustomEvent && event.detail === key && act();
  window.addEventListener(discarded, listener);
  return () => window.removeEventListener(discarded, listener);
}

/**
 * A form that was answered with another page can't clear its draft itself. Its action sets the cookie
 * kundig_sent to the key instead, and whoever next looks for a draft sees to it.
 */
function forgetSent(): void {
  const sent = /(?:^|; )kundig_sent=([^;]+)/.exec(document.cookie)?.[1];
  if (!sent) return;
  for (const key of decodeURIComponent(sent).split(",")) writeDraft(key, "");
  document.cookie = "kundig_sent=; path=/; max-age=0";
}
