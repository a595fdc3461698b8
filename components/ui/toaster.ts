import type { ToastOptions } from "./toast";

const visibleFor = 6000;

/** Draws into the live region of the layout, which also knows the word for "Undo". */
export function showToast(text: string, { undo, undoLabel }: ToastOptions): void {
  const region = document.getElementById("toasts");
  if (!region) return;
  const toast = document.createElement("div");
  toast.className = "toast";
  const words = document.createElement("span");
  words.textContent = text;
  toast.append(words);
  let timer = 0;
  const close = () => {
    clearTimeout(timer);
    toast.remove();
  };
  if (undo) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = undoLabel ?? region.dataset.undo ?? "Undo";
    button.onclick = () => {
      close();
      undo();
    };
    toast.append(button);
  }
  const wait = () => {
    clearTimeout(timer);
    timer = window.setTimeout(close, visibleFor);
  };
  // Nobody should have to race the clock while reading it or reaching for the button.
  toast.onpointerenter = () => clearTimeout(timer);
  toast.addEventListener("focusin", () => clearTimeout(timer));
  toast.onpointerleave = wait;
  toast.addEventListener("focusout", wait);
  toast.addEventListener("keydown", (event) => event.key === "Escape" && close());
  region.append(toast);
  while (region.children.length > 3) region.firstElementChild?.remove();
  wait();
}
