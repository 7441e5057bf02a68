import { getShop } from "../../lib/shop";

/** The readiness probe: whether Medusa answers. */
export async function GET(): Promise<Response> {
  try {
    await getShop();
    return new Response("ok\n");
  } catch {
    return new Response("Medusa does not answer.\n", { status: 503 });
  }
}
