import { storeName } from "@/lib/domain/store-name";
import { AppError } from "@/lib/errors";

/** A store's name out of a path: what can't be a name is a store that does not exist. */
export function storeNameParam(raw: string): string {
  const parsed = storeName.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new AppError("not_found", "There is no store of that name.");
}
