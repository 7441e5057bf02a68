"use client";

import { useEffect, useRef, useState } from "react";
import { ApiError, sentenceOf } from "../api-client";

/** What is wrong, by field; `form` is what belongs to none. */
export type FormErrors<F extends string> = Partial<Record<F | "form", string>>;

/** What every form does around its call of the API: pending, each error at its field, the focus at the first one. */
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

  /** Sends what was entered. The form stays pending where `send` answers "leaving": another page is on its way. */
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

/** Each message at its field; what belongs to none, at the top. */
function errorsOf<F extends string>(error: unknown, fields: readonly F[]): FormErrors<F> {
  const found: Partial<Record<string, string>> = {};
  if (error instanceof ApiError) {
    for (const { field, message } of error.problem.errors ?? []) {
      if ((fields as readonly string[]).includes(field)) found[field] ??= message;
    }
  }
  return (Object.keys(found).length > 0 ? found : { form: sentenceOf(error) }) as FormErrors<F>;
}
