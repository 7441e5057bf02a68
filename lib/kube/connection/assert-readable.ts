import { accessSync, constants } from "node:fs";
import { AppError } from "@/lib/errors";

/** Throws AppError `invalid` where a file that the kubeconfig names can't be read. */
export function assertReadable(path: string): void {
  try {
    accessSync(path, constants.R_OK);
  } catch (cause) {
    throw new AppError("invalid", `The kubeconfig names ${path}, which can't be read.`, { cause });
  }
}
