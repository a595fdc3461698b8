import { notFound } from "next/navigation";

/** An address that no page has is missing in its language, inside the root layout. */
export default function UnknownAddress(): never {
  notFound();
}
