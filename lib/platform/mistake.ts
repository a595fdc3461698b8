/** A mistake that whoever runs a command can mend: told in one line, without a stack. */
export class Mistake extends Error {
  override name = "Mistake";
}
