"use client";

import { useEffect, useRef, useState, type ComponentType } from "react";
import { Ellipsis } from "@/components/ui/island-icons";
import type { PostMenuItemsProps } from "./post-menu-items";
import { useThreadPlace } from "./thread-context";

export type MenuPost = {
  kind: "threads" | "answers" | "comments";
  id: number;
  /** Of the element that shows it. */
  anchor: string;
  locked?: boolean;
  pinned?: boolean;
  closed?: boolean;
};

/** What is done more seldom. The items, and the dialogs behind them, are fetched when the menu is first opened. */
export function PostMenu({ post, small }: { post: MenuPost; small?: boolean }) {
  const { words } = useThreadPlace();
  const menu = useRef<HTMLDetailsElement>(null);
  const [Items, setItems] = useState<ComponentType<PostMenuItemsProps>>();
  useEffect(() => {
    const element = menu.current;
    const load = () => void import("./post-menu-items").then((it) => setItems(() => it.default));
    element?.addEventListener("toggle", load, { once: true });
    // Opened before this script arrived.
    if (element?.open) load();
    return () => element?.removeEventListener("toggle", load);
  }, []);
  return (
    <details className={small ? "mn end sm" : "mn"} ref={menu}>
      <summary className="iact" aria-label={words.more} title={words.more}>
        <Ellipsis size={small ? 16 : 18} />
      </summary>
      {Items ? (
        <Items post={post} />
      ) : (
        <ul className="menu">
          <li>
            <a href={`#${post.anchor}`}>{words.copyLink}</a>
          </li>
        </ul>
      )}
    </details>
  );
}
