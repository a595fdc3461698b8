import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { settings } from "@/db/schema";

/** Names of what the company makes, offered where an appliance is asked for. */
export async function getProducts(): Promise<string[]> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, "company.products"));
  return productNames(row?.value);
}

/** The names in what the setting holds. */
export function productNames(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((product: unknown) => {
    const name = typeof product === "object" && product !== null && "name" in product ? product.name : undefined;
    return typeof name === "string" ? [name] : [];
  });
}
