"use client";

import { useState } from "react";
import { createPortal } from "react-dom";
import { actingMember, useOverlay } from "@/components/layout/overlay";
import type { OverlayThread } from "@/components/layout/overlay-types";
import { BookOpen, Copy, Flag, GitMerge, Lock, LockOpen, Move, Pencil, Pin, PinOff, Trash2 } from "@/components/ui/icons";
import { MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { attempt } from "./attempt";
import { deletePost } from "./delete-post";
import { DuplicateDialog, FlagDialog, LockDialog, MergeDialog, MoveDialog, PromoteDialog, RemoveDialog } from "./post-dialogs";
import type { MenuPost } from "./post-menu";
import { useThreadPlace } from "./thread-context";

export type PostMenuItemsProps = { post: MenuPost };
type Opened = "flag" | "lock" | "move" | "duplicate" | "merge" | "promote" | "remove" | null;

const dialogs = { flag: FlagDialog, lock: LockDialog, move: MoveDialog, duplicate: DuplicateDialog, merge: MergeDialog, promote: PromoteDialog, remove: RemoveDialog };

export default function PostMenuItems({ post }: PostMenuItemsProps) {
  const { words, href, signIn, locale } = useThreadPlace();
  const { thread } = useOverlay();
  const [opened, setOpened] = useState<Opened>(null);
  const may = rights(post, thread);
  const copy = () => {
    const url = `${location.origin}${href}${post.kind === "threads" ? "" : `#${post.anchor}`}`;
    void navigator.clipboard.writeText(url).then(() => toast(words.copied), () => prompt(words.copyLink, url));
  };
  const report = async () => {
    if (await actingMember(signIn)) setOpened("flag");
  };
  const editHref = `${locale === "de" ? "/de" : ""}/edit/${post.kind}/${post.id}`;
  const Dialog = opened && dialogs[opened];
  return (
    <>
      <ul className="menu">
        <MenuItem icon={Copy} onClick={copy}>
          {words.copyLink}
        </MenuItem>
        {may.edit && (
          <MenuItem icon={Pencil} href={editHref}>
            {words.edit}
          </MenuItem>
        )}
        {may.flag && (
          <MenuItem icon={Flag} onClick={() => void report()}>
            {words.report}
          </MenuItem>
        )}
        {post.kind === "threads" && <StaffItems post={post} can={thread?.can ?? {}} open={setOpened} />}
        {may.delete && (
          <MenuItem icon={Trash2} danger cut onClick={() => (may.remove ? setOpened("remove") : deletePost(post, words))}>
            {words.delete}
          </MenuItem>
        )}
      </ul>
      {/* Not inside the menu: what is in a closed menu is not shown. */}
      {Dialog && createPortal(<Dialog post={post} onClose={() => setOpened(null)} />, document.body)}
    </>
  );
}

function StaffItems({ post, can, open }: { post: MenuPost; can: Record<string, boolean>; open: (which: Opened) => void }) {
  const { id, words } = useThreadPlace();
  const put = async (path: string, body: object) => {
    if (await attempt(`/threads/${id}/${path}`, { method: "PUT", body }, { offline: words.offline })) location.reload();
  };
  return (
    <>
      {can.promote && (
        <MenuItem icon={BookOpen} cut onClick={() => open("promote")}>
          {words.promote}
        </MenuItem>
      )}
      {can.move && (
        <MenuItem icon={Move} onClick={() => open("move")}>
          {words.move}
        </MenuItem>
      )}
      {can.close && (
        <MenuItem icon={GitMerge} onClick={() => (post.closed ? void put("duplicate", { duplicateOf: null }) : open("duplicate"))}>
          {post.closed ? words.reopenDuplicate : words.markDuplicate}
        </MenuItem>
      )}
      {can.merge && (
        <MenuItem icon={GitMerge} onClick={() => open("merge")}>
          {words.merge}
        </MenuItem>
      )}
      {can.lock && (
        <MenuItem icon={post.locked ? LockOpen : Lock} onClick={() => (post.locked ? void put("lock", { locked: false }) : open("lock"))}>
          {post.locked ? words.unlock : words.lock}
        </MenuItem>
      )}
      {can.pin && (
        <MenuItem icon={post.pinned ? PinOff : Pin} onClick={() => void put("pin", { pinned: !post.pinned })}>
          {post.pinned ? words.unpin : words.pin}
        </MenuItem>
      )}
    </>
  );
}

/** What this reader may do to the post; the act asks again. `remove`: it is somebody else's, so a reason is due. */
function rights({ kind, id }: MenuPost, thread: OverlayThread | undefined) {
  const can = thread?.can ?? {};
  const own = thread?.own;
  const mine = kind === "threads" ? own?.thread : kind === "answers" ? own?.answerIds.includes(id) : own?.commentIds.includes(id);
  const staff = can.moderate ?? false;
  if (kind === "threads") return { edit: can.edit, delete: can.delete, flag: !mine, remove: staff && !mine };
  const writes = Boolean(mine && can.subscribe);
  return { edit: writes || staff, delete: writes || staff, flag: !mine, remove: staff && !mine };
}
