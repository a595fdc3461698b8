"use client";

import { useEffect } from "react";
import { handleMenuClick, handleMenuKey } from "./menu-keys";
import { handleThemeClick, markTheme } from "./theme";

export type Shortcut = { keys: string[]; label: string };

/**
 * The one island every page has: "/" goes to the search, "?" lists the keys, menus close and the
 * appearance changes. It listens at the document, so none of those parts costs a page more.
 */
export function PageKeys({
  title,
  close,
  shortcuts,
}: {
  title: string;
  close: string;
  shortcuts: Shortcut[];
}) {
  useEffect(() => {
    markTheme();
    const show = () => void import("./shortcuts").then((it) => it.showShortcuts(title, close, shortcuts));
    const onKey = (event: KeyboardEvent) => {
      handleMenuKey(event);
      if (event.defaultPrevented || isTyping(event)) return;
      if (event.key === "/") focusSearch(event);
      if (event.key === "?") show();
    };
    const onClick = (event: MouseEvent) => {
      handleMenuClick(event);
      handleThemeClick(event);
      if (event.target instanceof Element && event.target.closest("[data-shortcuts]")) show();
      rememberLanguage(event);
    };
    document.addEventListener("keydown", onKey);
    // Before what was clicked acts: menus have closed by then.
    document.addEventListener("click", onClick, true);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick, true);
    };
  }, [title, close, shortcuts]);
  return null;
}

/** Single keys never fire inside a field, nor together with a modifier. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function focusSearch(event: KeyboardEvent): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>("[data-search]")];
  const field = fields.find((candidate) => candidate.getClientRects().length > 0);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
}

/** The start page and mails then speak the language that was chosen. */
function rememberLanguage(event: MouseEvent): void {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[hreflang]") : null;
  if (link) document.cookie = `kundig_lang=${link.hreflang}; path=/; max-age=31536000; samesite=lax`;
}
