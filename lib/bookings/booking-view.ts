/** A time at which somebody is called back. */
export type BookingView = { startsAt: Date; phone: string };
export type CallSlots = { items: { startsAt: Date }[]; booking: BookingView | null };
