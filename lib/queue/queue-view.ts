import type { DepartmentRef } from "@/lib/departments/department-ref";
import type { Person } from "@/lib/members/person";
import type { Planned } from "@/lib/shifts/list-planned";
import type { Choice } from "./choice";
import type { WaitBucket } from "./estimate-wait";

export type WaitRange = { p50: number; p80: number };

/** Whether somebody is there: open (at once), busy (with a wait) or closed. */
export type Availability = {
  /** Null: the best of all departments. */
  departmentId: number | null;
  state: "open" | "busy" | "closed";
  /** What is possible now; "message" always is. */
  choices: Choice[];
  /** The place one would get; only while busy. */
  position?: number;
  waitSeconds?: WaitRange;
  bucket?: WaitBucket;
  /** Only while closed, and only when the hours say so. */
  nextOpenAt?: string;
};

/** Where a waiting asker stands. */
export type QueuePlace = {
  entryId: number;
  /** 1 is next. */
  position: number;
  /** Null: nobody is there to wait for, so no number is honest. */
  waitSeconds: WaitRange | null;
  /** Only then: when the next shift begins, where that is planned. */
  backAt: Date | null;
  bucket: WaitBucket | "now" | null;
  /** An agent is being asked at this moment. */
  offered: boolean;
  enqueuedAt: Date;
  deadlineAt: Date;
};

/** One waiting conversation as agents see it, in the order of service. */
export type QueueEntryView = {
  id: number;
  conversationId: number;
  departmentId: number;
  state: "waiting" | "offered";
  position: number;
  priority: number;
  round: number;
  thread: { id: number; slug: string; title: string };
  asker: Person;
  meTooCount: number;
  summary: string;
  enqueuedAt: Date;
  deadlineAt: Date;
  /** To whom it is offered now. */
  offeredTo: Person | null;
  /** Who has the chat until somebody takes it over; null when nobody does and its asker waits. */
  handedOverBy: string | null;
};

export type QueueView = {
  items: QueueEntryView[];
  departments: (DepartmentRef & { availability: Availability; waiting: number; seats: number; freeSeats: number; /** Null: nobody is planned to be there now. */ planned: Planned | null })[];
};

/** An offer to one agent: accept before `expiresAt`, or the next is asked. */
export type OfferView = {
  id: number;
  conversationId: number;
  thread: { id: number; slug: string; title: string };
  asker: Person;
  departmentId: number;
  summary: string;
  meTooCount: number;
  /** A colleague hands it over and stays until then. */
  handover: { by: string; note: string } | null;
  enqueuedAt: Date;
  offeredAt: Date;
  expiresAt: Date;
};
