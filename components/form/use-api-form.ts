"use client";

import { useEffect, useRef, useState } from "react";
import { ApiError, sentenceOf } from "../api-client";

/** Error messages by field; `form` is the one that belongs to no field. */
export type FormErrors<F extends string> = Partial<Record<F | "form", string>>;

/** The state of a form that calls the API: pending, errors by field, and the focus on the first invalid field. */
export function useApiForm<F extends string>(fields: readonly F[]) {
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<FormErrors<F>>({});
  const [pending, setPending] = useState(false);
  const [refusals, setRefusals] = useState(0);

  useEffect(() => {
    if (refusals > 0)
      form.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-form-error]")?.focus();
  }, [refusals]);

  function clearError(field: F) {
    setErrors((current) => ({ ...current, [field]: undefined, form: undefined }));
  }

  function refuse(found: FormErrors<F>) {
    setErrors(found);
    setRefusals((times) => times + 1);
  }

  /** Calls `send` and shows its error. The form stays pending if `send` resolves to "leaving": another page is loading. */
  async function submit(send: () => Promise<unknown>) {
    if (pending) return;
    setErrors({});
    setPending(true);
    try {
      if ((await send()) === "leaving") return;
    } catch (error) {
      refuse(errorsOf(error, fields));
    }
    setPending(false);
  }

  return { form, errors, pending, clearError, refuse, submit };
}

/** Maps the API's errors to fields. An error without a known field belongs to the form. */
function errorsOf<F extends string>(error: unknown, fields: readonly F[]): FormErrors<F> {
  const found: Partial<Record<string, string>> = {};
  if (error instanceof ApiError) {
    for (const { field, message } of error.problem.errors ?? []) {
      if ((fields as readonly string[]).includes(field)) found[field] ??= message;
    }
  }
  return (Object.keys(found).length > 0 ? found : { form: sentenceOf(error) }) as FormErrors<F>;
}
