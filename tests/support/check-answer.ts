import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { allOperations } from "@/lib/http/contract/all-operations";
import type { Operation } from "@/lib/http/contract/operation";
import { apiDocument } from "@/lib/http/openapi/build-document";

const documentId = "openapi";
const validators = new Map<string, ValidateFunction>();
let ajv: Ajv2020 | undefined;

interface Described {
  $ref?: string;
  headers?: Record<string, { $ref?: string; required?: boolean }>;
  content?: Record<string, { schema?: object }>;
}

/**
 * Checks an answer's status, content type, headers and body against the API's document. Answers that no operation
 * gives (a page, the framework's own addresses) pass. Throws an error that names the difference.
 */
export async function checkAnswer(asked: { method: string; url: string }, answer: Response): Promise<void> {
  const operation = findOperation(asked);
  if (!operation) return;
  const what = `${operation.id} answered ${answer.status}`;
  const described = descriptionOf(operation, answer.status);
  if (!described) throw new Error(`${what}, of which the document says nothing.`);
  for (const [name, header] of Object.entries(described.headers ?? {})) {
    const required = header.required ?? pointed<{ required?: boolean }>(header.$ref)?.required;
    if (required && !answer.headers.has(name)) throw new Error(`${what} without the header ${name}.`);
  }
  const type = answer.headers.get("content-type")?.split(";")[0] ?? "";
  const contents = Object.keys(described.content ?? {});
  const content = contents.find((key) => key.split(";")[0] === type);
  if (content === undefined) {
    if (contents.length === 0 && answer.body === null) return;
    throw new Error(`${what} as “${type}”; the document says: ${contents.join(", ") || "no body"}.`);
  }
  if (!described.content?.[content]?.schema) return;
  const pointer = `${described.$ref ?? pointerTo(operation, answer.status)}/content/${escapeKey(content)}/schema`;
  const validate = validatorOf(pointer);
  if (validate(await answer.clone().json())) return;
  const wrong = validate.errors?.map(({ instancePath, message }) => `${instancePath || "/"} ${message}`);
  throw new Error(`${what}, whose body does not fit its schema: ${wrong?.join("; ")}`);
}

/** POST /stores and DELETE /stores/{name} are short for the same under /api. */
function findOperation({ method, url }: { method: string; url: string }): Operation | undefined {
  const path = new URL(url, "http://localhost").pathname.replace(/^\/stores(?=\/|$)/, "/api/stores");
  const fitting = allOperations.filter(
    (operation) => operation.method === method && patternOf(operation).test(path),
  );
  // As in the router: a literal segment takes precedence over a parameter.
  return fitting.sort((a, b) => a.path.split("{").length - b.path.split("{").length)[0];
}

function patternOf({ path }: Operation): RegExp {
  return new RegExp(`^${path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}/?$`);
}

function descriptionOf(operation: Operation, status: number): Described | undefined {
  const own = pointed<Described>(pointerTo(operation, status));
  return own?.$ref === undefined ? own : { ...pointed<Described>(own.$ref), $ref: own.$ref };
}

function pointerTo({ path, method }: Operation, status: number): string {
  return `#/paths/${escapeKey(path)}/${method.toLowerCase()}/responses/${status}`;
}

function escapeKey(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function pointed<T>(pointer: string | undefined): T | undefined {
  const keys = pointer?.split("/").slice(1) ?? [];
  const unescaped = keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return unescaped.reduce<unknown>(
    (node, key) => (node as Record<string, unknown>)?.[key],
    apiDocument(),
  ) as T;
}

function validatorOf(pointer: string): ValidateFunction {
  if (!ajv) {
    ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema({ ...apiDocument(), $id: documentId });
  }
  const known = validators.get(pointer);
  if (known) return known;
  const validate = ajv.compile({ $ref: `${documentId}${encodeURI(pointer)}` });
  validators.set(pointer, validate);
  return validate;
}
