import { formAction } from "../../../lib/form-action";
import { askMedusa, MedusaError } from "../../../lib/medusa";

export const POST = formAction(async (form) => {
  try {
    const { id } = await askMedusa<{ id: string }>("/store/storeyard/orders", {
      number: String(form.get("number") ?? "").replace(/^#/, ""),
      email: String(form.get("email") ?? ""),
    });
    return `/orders/${id}`;
  } catch (error) {
    if (error instanceof MedusaError && error.status === 404) return "/orders?problem=no-order";
    throw error;
  }
}, "/orders");
