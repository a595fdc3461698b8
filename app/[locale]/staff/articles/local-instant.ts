import { Temporal } from "temporal-polyfill";
import { timeZone } from "@/lib/platform/i18n/format";

/** What a datetime-local field says, by the company's clock; undefined when it says nothing sensible. */
export function instantOf(local: string | undefined): string | undefined {
  try {
    return local ? Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant().toString({ smallestUnit: "second" }) : undefined;
  } catch {
    return undefined;
  }
}

/** The field's way of writing tomorrow at nine. */
export function tomorrowAtNine(now: Date): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  return `${today.add({ days: 1 }).toString()}T09:00`;
}
