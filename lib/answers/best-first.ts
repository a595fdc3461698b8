import { sql } from "drizzle-orm";
import { answers } from "@/db/schema";

/** The order of answers wherever one of them, or the best of them, stands for the question. */
export const bestFirst = sql`${answers.acceptedAt} nulls last, ${answers.official} desc, ${answers.score} desc, ${answers.id}`;
