import { type DestinationStream, type Logger, pino } from "pino";

/** Fields that can contain a secret, at the top level of a line or one level below. */
const secretFields = [
  "password",
  "passwordHash",
  "token",
  "secret",
  "authorization",
  "cookie",
  "headers",
  "body",
  "stringData",
  "data",
];

/** Shapes of Storeyard's own secrets in any text: API tokens, Bearer values, signed cookies. */
const secretShapes = /\bsy_[\w-]{16,}|(?<=\bBearer +)\S+|\bey[\w-]+\.[\w-]*\.[\w-]+[.\w-]*/g;

/** Structured log lines, on stdout by default. Fields that can contain secrets are redacted by name. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      redact: secretFields.flatMap((field) => [field, `*.${field}`]),
    },
    destination,
  );
}

interface DescribedError {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: DescribedError;
}

/**
 * The parts of an error that help to find its cause, without the request, options or parameters that libraries attach.
 */
function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: scrub(String(error)) };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: scrub(error.message),
    ...(typeof code === "string" && { code }),
    ...(error.stack !== undefined && { stack: scrub(error.stack) }),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

/** Drizzle puts the values of a failed statement into the message. */
function scrub(text: string): string {
  return text.replace(/^params: .*$/gm, "params: [Redacted]").replace(secretShapes, "[Redacted]");
}
