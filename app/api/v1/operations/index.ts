import type { AnyOperation } from "../operation";
import { metaOperations } from "./meta";

/** Every operation of the REST interface, noun by noun. */
export const operations: AnyOperation[] = [...metaOperations];
