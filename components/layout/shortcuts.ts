import type { Shortcut } from "./page-keys";

/** The list behind "?". Fetched when it is asked for. */
export function showShortcuts(title: string, close: string, shortcuts: Shortcut[]): void {
  if (document.querySelector("dialog[open]")) return;
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  dialog.setAttribute("aria-label", title);
  const list = element("dl", "kbds");
  for (const { keys, label } of shortcuts) {
    const names = element("dt");
    names.append(...keys.map((key) => element("kbd", "", key)));
    list.append(names, element("dd", "", label));
  }
  const actions = element("div", "da");
  const button = element("button", "btn pri", close);
  button.onclick = () => dialog.close();
  actions.append(button);
  dialog.append(element("h2", "", title), list, actions);
  dialog.onclose = () => dialog.remove();
  dialog.onclick = (event) => event.target === dialog && dialog.close();
  document.body.append(dialog);
  dialog.showModal();
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = "",
  text = "",
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
