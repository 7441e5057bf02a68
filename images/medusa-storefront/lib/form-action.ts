import { MedusaError } from "./medusa";

type Action = (form: FormData) => Promise<string>;

/**
 * A route that processes a form and redirects to a page; it works without client JavaScript. Forms of other sites are
 * refused. When Medusa refuses, the redirect leads to `fallback`, with the key of the message in the address.
 */
export function formAction(action: Action, fallback: string) {
  return async function POST(request: Request): Promise<Response> {
    if (!isOwnForm(request))
      return new Response("This form was submitted from another site.", { status: 403 });
    try {
      return seeOther(await action(await request.formData()));
    } catch (error) {
      if (!(error instanceof MedusaError) || error.status >= 500) throw error;
      console.error(`${fallback}: ${error.message}`);
      return seeOther(`${fallback}?problem=${/inventory|stock/i.test(error.message) ? "stock" : "refused"}`);
    }
  };
}

/** Browsers send the Origin of a form. A client without one is not a browser, so no other site controls it. */
export function isOwnForm({ headers }: Pick<Request, "headers">): boolean {
  const origin = headers.get("origin");
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.get("host");
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
