import { Logger } from "graphile-worker";
import pino from "pino";

const pinoLog = pino({ level: process.env.KUNDIG_LOG ?? "warn", base: { pid: process.pid } });

/** Structured lines on stderr-like stdout; no personal data, no texts of people. */
export const log = {
  info: (message: string, data: Record<string, unknown> = {}) => pinoLog.info(data, message),
  warn: (message: string, data: Record<string, unknown> = {}) => pinoLog.warn(data, message),
  error: (message: string, error: unknown) => pinoLog.error({ err: error }, message),
  worker: new Logger(() => (level, message, meta) => {
    if (level === "error") pinoLog.error({ err: meta?.error }, message);
    else if (level === "warning") pinoLog.warn(message);
  }),
};
