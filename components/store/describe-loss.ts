import { mainPhrase, type StoreParts } from "@/lib/domain/store-part";

/** What is gone with a deleted store, such as “the shop with its orders and files”. Pure. */
export function describeLoss(parts: StoreParts, sells: boolean): string {
  return `${mainPhrase(parts)} with its ${sells ? "orders" : "content"} and files`;
}
