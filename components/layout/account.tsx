"use client";

import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { useOverlay } from "./overlay";

/** The number at the bell; above 99 it stays readable. */
export function UnreadCount({ label, unread }: { label: string; unread: string }) {
  const count = useOverlay().me?.unread ?? 0;
  return (
    <>
      <span className="vh">{count > 0 ? `${label}, ${count} ${unread}` : label}</span>
      <span className="n" aria-hidden="true">
        {count > 99 ? "99+" : count > 0 ? count : ""}
      </span>
    </>
  );
}

export function AccountPicture() {
  const { me } = useOverlay();
  if (!me) return <span className="av sm" aria-hidden="true" />;
  return <Avatar id={me.id} name={me.displayName} url={me.avatarUrl} staff={isCompany(me.role)} size="sm" />;
}

export function ProfileLink({
  base,
  fallback,
  children,
}: {
  base: string;
  fallback: string;
  children: ReactNode;
}) {
  const { me } = useOverlay();
  return <a href={me ? base + me.name : fallback}>{children}</a>;
}

export function StaffLink({ href, label }: { href: string; label: string }) {
  const { me } = useOverlay();
  return me && isCompany(me.role) ? (
    <li>
      <a href={href}>
        <b>{label}</b>
      </a>
    </li>
  ) : null;
}

function isCompany(role: string): boolean {
  return role === "agent" || role === "manager" || role === "admin";
}
