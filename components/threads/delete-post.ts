import { ApiError, apiFetch, errorText } from "@/components/ui/api";
import { toast } from "@/components/ui/toast";
import type { MenuPost } from "./post-menu";
import type { ThreadWords } from "./thread-words";

const waits = 6_000;

/** Takes the post off the page at once and from the site a moment later, so that there is a way back. */
export function deletePost(post: MenuPost, words: ThreadWords, reason = ""): void {
  const element = document.getElementById(post.anchor);
  const shown = post.kind === "comments" ? element : (element?.closest("li") ?? element);
  const hide = (hidden: boolean) => shown && (shown.hidden = hidden);
  let open = true;
  const send = (keepalive: boolean) => {
    if (!open) return;
    open = false;
    window.removeEventListener("pagehide", leave);
    if (keepalive) return void sendOnLeave(post, reason);
    apiFetch(`/${post.kind}/${post.id}`, { method: "DELETE", body: { reason } }).then(
      () => post.kind === "threads" && location.assign(homeOf()),
      (error: unknown) => {
        hide(false);
        toast(error instanceof ApiError ? errorText(error, words.offline) : words.offline);
      },
    );
  };
  const leave = () => send(true);
  hide(true);
  window.addEventListener("pagehide", leave);
  const timer = setTimeout(() => send(false), waits);
  toast(words.deleted, {
    undo: () => {
      open = false;
      clearTimeout(timer);
      window.removeEventListener("pagehide", leave);
      hide(false);
    },
  });
}

/** Leaving the page must not bring it back. */
function sendOnLeave({ kind, id }: MenuPost, reason: string): void {
  const headers = { "content-type": "application/json" };
  void fetch(`/api/v1/${kind}/${id}`, { method: "DELETE", keepalive: true, headers, body: JSON.stringify({ reason }) });
}

function homeOf(): string {
  return document.documentElement.lang === "de" ? "/de" : "/";
}
