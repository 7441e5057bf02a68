import { problemResponse } from "@/lib/http/serving/problem";

function notFound(): Response {
  return problemResponse({
    code: "not_found",
    detail: "Not found: the API has no such address. See /api/docs.",
  });
}

export {
  notFound as DELETE,
  notFound as GET,
  notFound as HEAD,
  notFound as PATCH,
  notFound as POST,
  notFound as PUT,
};
