/** What is kept from being deleted, by whom and why. */
export type HoldView = {
  id: number;
  reason: string;
  at: Date;
  by: string | null;
  customer: { id: number; name: string; displayName: string };
  /** Null: every conversation of the customer. */
  conversation: { id: number; title: string } | null;
};
