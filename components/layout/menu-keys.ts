/** Escape closes an open menu and gives the focus back; the arrows move inside it. */
export function handleMenuKey(event: KeyboardEvent): void {
  const menu = document.querySelector<HTMLDetailsElement>("details.mn[open]");
  if (!menu) return;
  if (event.key === "Escape") {
    event.preventDefault();
    menu.open = false;
    menu.querySelector("summary")?.focus();
    return;
  }
  moveFocus(menu, event);
}

/** The arrows move through what stands in the menu that has the focus. */
export function moveFocus(menu: Element, event: KeyboardEvent): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || !menu.contains(document.activeElement)) return;
  const items = [...menu.querySelectorAll<HTMLElement>(".menu :is(a, button, input)")].filter(
    (item) => item.getClientRects().length > 0,
  );
  const at = items.findIndex((item) => item === document.activeElement);
  event.preventDefault();
  items[(at + step + items.length) % items.length]?.focus();
}

/** A click elsewhere, or on something in the menu, closes it. The appearance is tried out with it open. */
export function handleMenuClick(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("[data-set-theme]")) return;
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.mn[open]")) {
    const chosen = target?.closest(".menu :is(a, button)");
    if (menu.contains(target) && !chosen) continue;
    menu.open = false;
    // What opens now, such as a dialog, gives the focus back to where it is.
    if (menu.contains(target)) menu.querySelector("summary")?.focus();
  }
}
