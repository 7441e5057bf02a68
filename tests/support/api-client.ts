import { checkAnswer } from "./check-answer";
import type { AppAddress } from "./start-app";

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

/**
 * Sends a request to the app with the admin's token. A string is sent unchanged, anything else as JSON. The answer is
 * checked against the API's document.
 */
export async function request<T>(
  app: AppAddress,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer<T>> {
  const response = await fetch(`${app.origin}${path}`, {
    method,
    headers: { authorization: `Bearer ${app.token}`, "content-type": "application/json" },
    body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
    redirect: "manual",
  });
  await checkAnswer({ method, url: path }, response);
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson && text !== "" ? JSON.parse(text) : text) as T,
  };
}
