"use client";

import { lazyPart } from "../ui/lazy-part";

export const LazyConfirmDialog = lazyPart(() =>
  import("./confirm-dialog").then((module) => module.ConfirmDialog),
);
