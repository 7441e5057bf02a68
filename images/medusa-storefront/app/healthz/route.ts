import { getShop } from "../../lib/shop";

/** Whether the shop has what its pages are made of: asked before visitors are let in, and from then on. */
export async function GET(): Promise<Response> {
  try {
    await getShop();
    return new Response("ok\n");
  } catch {
    return new Response("Medusa does not answer.\n", { status: 503 });
  }
}
