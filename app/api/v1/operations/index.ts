import type { AnyOperation } from "../operation";
import { agentOperations } from "./agents";
import { answerOperations } from "./answers";
import { articleOperations } from "./articles";
import { bookingOperations } from "./bookings";
import { commentOperations } from "./comments";
import { conversationOperations } from "./conversations";
import { escalationOperations } from "./escalations";
import { fileOperations } from "./files";
import { followUpOperations } from "./follow-ups";
import { holdOperations } from "./holds";
import { macroOperations } from "./macros";
import { memberOperations } from "./members";
import { messageOperations } from "./messages";
import { metaOperations } from "./meta";
import { moderationOperations } from "./moderation";
import { placeOperations } from "./places";
import { promiseOperations } from "./promises";
import { publicationOperations } from "./publications";
import { pushOperations } from "./push";
import { queueOperations } from "./queue";
import { savedSearchOperations } from "./saved-searches";
import { searchOperations } from "./search";
import { shiftOperations } from "./shifts";
import { threadOperations } from "./threads";
import { videoOperations } from "./videos";

/** Every operation of the REST interface, noun by noun. */
export const operations: AnyOperation[] = [
  ...metaOperations,
  ...placeOperations,
  ...threadOperations,
  ...answerOperations,
  ...commentOperations,
  ...articleOperations,
  ...videoOperations,
  ...fileOperations,
  ...memberOperations,
  ...moderationOperations,
  ...searchOperations,
  ...savedSearchOperations,
  ...escalationOperations,
  ...queueOperations,
  ...bookingOperations,
  ...promiseOperations,
  ...followUpOperations,
  ...shiftOperations,
  ...pushOperations,
  ...conversationOperations,
  ...messageOperations,
  ...publicationOperations,
  ...holdOperations,
  ...agentOperations,
  ...macroOperations,
];
