import { checkAnswer } from "./check-answer";

type RouteHandler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/** Calls a route handler as the framework does, and checks its answer against the API's document. */
export async function askRoute(
  handler: RouteHandler,
  request: Request,
  params: Record<string, string> = {},
): Promise<Response> {
  const answer = await handler(request, { params: Promise.resolve(params) });
  await checkAnswer(request, answer);
  return answer;
}
