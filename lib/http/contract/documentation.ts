import { z } from "zod";
import { defineOperation } from "./operation";

export const getApiDocument = defineOperation({
  id: "getApiDocument",
  method: "GET",
  path: "/api/openapi.json",
  tag: "documentation",
  subject: "platform",
  summary: "Get the OpenAPI document",
  description: "OpenAPI 3.1, generated from the schemas that validate requests.",
  access: { who: "anyone" },
  conditional: true,
  answers: {
    200: {
      description: "The document.",
      schema: z.looseObject({ openapi: z.string(), paths: z.looseObject({}) }),
    },
  },
});
