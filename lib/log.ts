import { type DestinationStream, type Logger, pino } from "pino";

/** Fields that could carry a secret, at the top of a line or one level in. */
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

/** What our own secrets look like, wherever in a text they stand: API tokens, what follows Bearer, signed cookies. */
const secretShapes = /\bsy_[\w-]{16,}|(?<=\bBearer +)\S+|\bey[\w-]+\.[\w-]*\.[\w-]+[.\w-]*/g;

/** Structured lines, on stdout where no other place is given; what could carry a secret is left out by name. */
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

/** Of an error what helps to find it: not the request, the options or the parameters that libraries hang on theirs. */
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

/** Drizzle writes the values of a failed statement into its message. */
function scrub(text: string): string {
  return text.replace(/^params: .*$/gm, "params: [Redacted]").replace(secretShapes, "[Redacted]");
}
