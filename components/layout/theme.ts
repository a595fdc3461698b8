const key = "kundig-theme";

/** Takes the choice of a button of the ThemeSwitch; an empty one means "as the device". */
export function handleThemeClick(event: MouseEvent): void {
  const button =
    event.target instanceof Element ? event.target.closest<HTMLElement>("[data-set-theme]") : null;
  if (!button) return;
  const theme = button.dataset.setTheme ?? "";
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  try {
    if (theme) localStorage.setItem(key, theme);
    else localStorage.removeItem(key);
  } catch {
    // Without storage the choice holds for this page.
  }
  markTheme();
}

export function markTheme(): void {
  const theme = document.documentElement.dataset.theme ?? "";
  for (const button of document.querySelectorAll<HTMLElement>("[data-set-theme]")) {
    button.setAttribute("aria-pressed", String(button.dataset.setTheme === theme));
  }
}
