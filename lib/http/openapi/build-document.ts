import { z } from "zod";
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from "zod-openapi";
import { allOperations } from "../contract/all-operations";
import { type Access, type Answer, type Operation, tags } from "../contract/operation";
import { accessSentence } from "./access-sentence";
import * as headers from "./headers";
import { problemAnswer, problemsOf } from "./problem-answers";

export type ApiDocument = ReturnType<typeof createDocument>;

let built: ApiDocument | undefined;

/** The OpenAPI 3.1 document of the API, built once from the schemas that validate requests. */
export function apiDocument(): ApiDocument {
  built ??= buildDocument(allOperations);
  return built;
}

export function buildDocument(operations: readonly Operation[]): ApiDocument {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: describeOperation(operation),
    };
  }
  return createDocument(
    {
      openapi: "3.1.1",
      info: {
        title: "Storeyard",
        version: "1",
        description:
          "Isolated online shops on Kubernetes. The API can do everything that the dashboard can do. Send an API token (`sy_…`) as a bearer token. Errors are problem+json with a stable `code`.",
        license: { name: "MIT", identifier: "MIT" },
      },
      servers: [{ url: "/", description: "This installation." }],
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: {
          token: { type: "http", scheme: "bearer", bearerFormat: "sy_…", description: "An API token." },
          session: {
            type: "apiKey",
            in: "cookie",
            name: "next-auth.session-token",
            description:
              "The session cookie of the dashboard. Over HTTPS its name starts with `__Secure-`. Writes must come from the dashboard's own origin.",
          },
        },
      },
      paths,
    },
    {
      // `format` is enough: zod's `pattern` for the same format has hundreds of characters.
      override: ({ jsonSchema }) => {
        if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      },
    },
  );
}

function describeOperation(operation: Operation): ZodOpenApiOperationObject {
  const { id, tag, summary, description, access, body, example } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: [description, accessSentence(access)].filter(Boolean).join("\n\n"),
    security: securityOf(access),
    requestParams: {
      ...(operation.params && { path: operation.params }),
      ...(operation.query && { query: operation.query }),
    },
    parameters: askedHeaders(operation),
    ...(body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: body, ...(example !== undefined && { example }) } },
      },
    }),
    responses: describeAnswers(operation),
  };
}

function describeAnswers(operation: Operation): ZodOpenApiResponsesObject {
  const responses: ZodOpenApiResponsesObject = {};
  for (const [status, answer] of Object.entries(operation.answers)) {
    responses[status as `${2}${string}`] = {
      description: answer.description,
      headers: headersOf(operation, status, answer),
      ...contentOf(answer),
    };
  }
  if (operation.conditional && operation.method === "GET") {
    responses["304"] = {
      description: "Not modified.",
      headers: z.object({ ...headers.answerHeaders, ETag: headers.etag }),
    };
  }
  for (const status of problemsOf(operation))
    responses[`${status}` as `${4}${string}`] = problemAnswer(status);
  return responses;
}

function headersOf({ conditional, idempotent, method }: Operation, status: string, answer: Answer) {
  return z.object({
    ...headers.answerHeaders,
    ...(conditional && method !== "DELETE" && answer.schema && { ETag: headers.etag }),
    ...((status === "201" || status === "202") && { Location: headers.location }),
    ...(idempotent && { "Idempotency-Replayed": headers.replayed }),
  });
}

function contentOf({ schema, contentType }: Answer) {
  const types = contentType === undefined ? [] : [contentType].flat();
  if (types.length === 0 && schema) types.push("application/json");
  if (types.length === 0) return {};
  return { content: Object.fromEntries(types.map((type) => [type, schema ? { schema } : {}])) };
}

function askedHeaders({ idempotent, conditional, method, answers }: Operation) {
  const streams = Object.values(answers).some(({ contentType }) => contentType === "text/event-stream");
  return [
    ...(idempotent ? [headers.idempotencyKey] : []),
    ...(conditional ? [method === "GET" ? headers.ifNoneMatch : headers.ifMatch] : []),
    ...(streams ? [headers.lastEventId] : []),
  ];
}

function securityOf(access: Access): Record<string, string[]>[] {
  if (access.who === "anyone") return [];
  if (access.who === "session") return [{ session: [] }];
  return [{ token: [] }, { session: [] }];
}
