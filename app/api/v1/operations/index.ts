import type { AnyOperation } from "../operation";
import { answerOperations } from "./answers";
import { articleOperations } from "./articles";
import { commentOperations } from "./comments";
import { fileOperations } from "./files";
import { memberOperations } from "./members";
import { metaOperations } from "./meta";
import { moderationOperations } from "./moderation";
import { placeOperations } from "./places";
import { searchOperations } from "./search";
import { threadOperations } from "./threads";

/** Every operation of the REST interface, noun by noun. */
export const operations: AnyOperation[] = [
  ...metaOperations,
  ...placeOperations,
  ...threadOperations,
  ...answerOperations,
  ...commentOperations,
  ...articleOperations,
  ...fileOperations,
  ...memberOperations,
  ...moderationOperations,
  ...searchOperations,
];
