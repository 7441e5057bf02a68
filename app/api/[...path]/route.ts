import { problemResponse } from "@/lib/http/serving/problem";

function notFound(): Response {
  return problemResponse({ code: "not_found", detail: "There is nothing at this address. See docs/api.md." });
}

export {
  notFound as DELETE,
  notFound as GET,
  notFound as HEAD,
  notFound as PATCH,
  notFound as POST,
  notFound as PUT,
};
