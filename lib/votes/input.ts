import { z } from "zod";
import { idInput } from "@/lib/platform/text-input";

export const setVoteInput = z.object({ kind: z.enum(["thread", "answer"]), id: idInput });
export const voteValue = z.union([z.literal(-1), z.literal(0), z.literal(1)]);
