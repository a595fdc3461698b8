import type { Tx } from "@/db/client";
import { macros } from "@/db/schema";
import { macros as seedMacros } from "./content/macros";
import { person, type World } from "./world";

/** The replies that all agents share. */
export async function loadMacros(tx: Tx, world: World): Promise<void> {
  await tx.insert(macros).values(
    seedMacros.map(({ key: _, owner, state, ...texts }) => ({
      ...texts,
      ownerId: person(world, owner).id,
      state: state ?? ("approved" as const),
      updatedAt: world.startedAt,
    })),
  );
}
