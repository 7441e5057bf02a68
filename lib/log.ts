import { type Logger, pino } from "pino";

/** Structured lines on stdout; what could carry a secret is left out by name. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["*.password", "*.token", "*.authorization", "*.stringData", "*.data", "err.options"],
  });
}
