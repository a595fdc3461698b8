/** A mistake a person can mend: told in one line, without a stack. */
export class Failure extends Error {
  name = "Failure";
}

const REASONS = {
  ENOSPC: "there is no room left on the disk",
  EDQUOT: "the disk quota is used up",
  EACCES: "this user may not read or write it",
  EPERM: "this user may not do that",
  EROFS: "the disk is read-only",
  EEXIST: "a file is in its place",
  ENOTDIR: "part of its path is a file, not a folder",
  ELOOP: "its links point in a circle",
  ENAMETOOLONG: "its path is too long",
  EMFILE: "too many files are open",
};

/** Turns what the file system refuses into a Failure that names the file; anything else passes as it is. */
export function explain(error, path) {
  const reason = REASONS[error?.code];
  return reason ? new Failure(`${path ?? error.path ?? "The file system"}: ${reason}.`) : error;
}

/** Runs a command's main function; a Failure becomes one line on stderr and exit code 1. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const known = explain(error);
    process.stderr.write(`kundig: ${known instanceof Failure ? known.message : (error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}
