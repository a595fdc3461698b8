export type LiveNews = { type: string; topic?: string } & Record<string, unknown>;
type Listener = (news: LiveNews) => void;

/** Out of sight for longer than this, a page gives its connection to others (browsers have six a host). */
const restsAfter = 60_000;

const listeners = new Map<string, Set<Listener>>();
const types = new Set<string>();
let source: EventSource | undefined;
let rest = 0;
let opening = 0;

/**
 * Hears news of a topic ("thread:12") as long as the page is looked at. All parts of a page share one
 * stream. `again` is called when something may have been missed.
 */
export function hear(topic: string, wanted: string[], listener: Listener, again?: () => void): () => void {
  const all = listeners.get(topic) ?? new Set();
  listeners.set(topic, all.add(listener));
  for (const type of wanted) types.add(type);
  if (again) document.addEventListener("kundig:again", again);
  plan();
  return () => {
    all.delete(listener);
    if (again) document.removeEventListener("kundig:again", again);
    if (all.size === 0) listeners.delete(topic);
    if (listeners.size === 0) close();
  };
}

/** Parts say their topics one after the other; the stream is opened once for all. */
function plan(): void {
  clearTimeout(opening);
  opening = window.setTimeout(open, 200);
  document.addEventListener("visibilitychange", onVisibility);
}

function open(): void {
  if (document.hidden || listeners.size === 0) return;
  source?.close();
  source = new EventSource(`/stream?topics=${[...listeners.keys()].join(",")}`);
  for (const type of types) source.addEventListener(type, pass);
  let lost = false;
  source.onerror = () => (lost = true);
  source.onopen = () => {
    if (lost) document.dispatchEvent(new Event("kundig:again"));
    lost = false;
  };
}

function pass(event: MessageEvent<string>): void {
  const news = JSON.parse(event.data) as LiveNews;
  for (const listener of listeners.get(news.topic ?? "") ?? []) listener(news);
}

function close(): void {
  source?.close();
  source = undefined;
}

function onVisibility(): void {
  clearTimeout(rest);
  if (document.hidden) rest = window.setTimeout(close, restsAfter);
  else if (!source && listeners.size > 0) {
    open();
    document.dispatchEvent(new Event("kundig:again"));
  }
}
