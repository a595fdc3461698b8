import type { Tx } from "@/db/client";
import type { Department } from "@/lib/departments/load-departments";
import { Conflict } from "@/lib/platform/errors";
import type { Choice } from "./choice";
import { availabilityOf } from "./get-availability";

/** Throws with what remains unless the choice is possible now. */
export async function assertPossible(tx: Tx, department: Department, choice: Choice): Promise<void> {
  const { choices, nextOpenAt, state } = await availabilityOf(tx, department);
  if (choices.includes(choice)) return;
  const remains = { choices, state, ...(nextOpenAt && { nextOpenAt }) };
  throw new Conflict("chat_unavailable", "error.chat.unavailable", {}, remains);
}
