const codes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOENT", "57P01", "57P02", "57P03", "08006", "08003", "53300"]);
const sentences = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** The database is restarting, gone or out of reach: a retry will do. Looks through what wraps the error. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (codes.has((cause as { code?: string }).code ?? "") || sentences.test(cause.message)) return true;
  }
  return false;
}
