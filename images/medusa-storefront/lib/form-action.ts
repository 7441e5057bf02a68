import { MedusaError } from "./medusa";

type Action = (form: FormData) => Promise<string>;

/**
 * A route that takes a form, does something and sends the browser on to a page: it works without client JavaScript.
 * Forms of other sites are refused. What Medusa refuses leads to `fallback`, with the sentence's key in the address.
 */
export function formAction(action: Action, fallback: string) {
  return async function POST(request: Request): Promise<Response> {
    if (!isOwnForm(request)) return new Response("This form was not sent from this shop.", { status: 403 });
    try {
      return seeOther(await action(await request.formData()));
    } catch (error) {
      if (!(error instanceof MedusaError) || error.status >= 500) throw error;
      console.error(`${fallback}: ${error.message}`);
      return seeOther(`${fallback}?problem=${/inventory|stock/i.test(error.message) ? "stock" : "refused"}`);
    }
  };
}

/** Browsers say where a form comes from; a client that says nothing is not one that another site could use. */
export function isOwnForm({ headers }: Pick<Request, "headers">): boolean {
  const origin = headers.get("origin");
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.get("host");
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
