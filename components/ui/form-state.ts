/** What a form shows after it was sent: beside each field what is wrong, and what was typed, never a password. */
export type FormState = {
  values: Record<string, string>;
  errors: Record<string, string>;
  /** What stands in the way of the whole form. */
  problem?: string;
  /** It worked, and the page stays. */
  done?: string;
  /** It worked, and another page follows. */
  goTo?: string;
  /** Shown once and never kept. */
  secret?: string;
};

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

export const emptyForm: FormState = { values: {}, errors: {} };
