import { InvalidInput } from "@/lib/platform/errors";
import type { CategoryView } from "./category-view";
import { pathTo, subtreeOf } from "./load-categories";
import type { Audience } from "./visible";

/** Three levels: what findThread reads, and as many as a person keeps in mind. */
const deepest = 3;
const width: Record<Audience, number> = { public: 2, members: 1, staff: 0 };

type Placed = { id: number | null; slug: string; parentId: number | null; audience: Audience };

/** Refuses a place that would break the tree: taken addresses, circles, too deep, or wider than what is above. */
export function checkPlace(all: CategoryView[], placed: Placed): void {
  if (all.some((each) => each.slug === placed.slug && each.id !== placed.id)) {
    throw new InvalidInput({ slug: { key: "error.category.slugTaken" } });
  }
  const parent = placed.parentId === null ? null : all.find((each) => each.id === placed.parentId);
  if (parent === undefined) throw new InvalidInput({ parentId: { key: "error.category.unknown" } });
  const below = placed.id === null ? [] : subtreeOf(all, placed.id);
  if (parent && below.includes(parent.id)) throw new InvalidInput({ parentId: { key: "error.category.circle" } });
  const above = parent ? pathTo(all, parent.id).length : 0;
  if (above + heightOf(all, placed.id) > deepest) throw new InvalidInput({ parentId: { key: "error.category.tooDeep" } });
  const children = all.filter((each) => placed.id !== null && each.parentId === placed.id);
  const tooWide = parent !== null && width[placed.audience] > width[parent.audience];
  if (tooWide || children.some((child) => width[child.audience] > width[placed.audience])) {
    throw new InvalidInput({ audience: { key: "error.category.wider" } });
  }
}

function heightOf(all: CategoryView[], id: number | null): number {
  if (id === null) return 1;
  const children = all.filter((each) => each.parentId === id);
  return 1 + Math.max(0, ...children.map((child) => heightOf(all, child.id)));
}
