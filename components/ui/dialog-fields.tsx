import type { ReactNode } from "react";
import { Note } from "./note";
import type { FormAct } from "./use-form-act";

/** The fields of a dialog, below what was refused of it as a whole. */
export function DialogFields({ act, children }: { act: FormAct; children: ReactNode }) {
  return (
    <div className="dform" ref={act.ref}>
      {act.problem && (
        <Note kind="bad" live>
          {act.problem}
        </Note>
      )}
      {children}
    </div>
  );
}
