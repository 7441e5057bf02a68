"use client";

import { callApi } from "../api-client";
import { ChoosePasswordForm } from "./choose-password-form";

/** Creates an account on an installation with open registration. */
export function RegisterForm({ callbackPath }: { callbackPath: string }) {
  async function register(email: string, password: string): Promise<string> {
    const made = await callApi<{ email: string }>(
      "POST",
      "/api/register",
      { email, password },
      { anonymous: true },
    );
    return made.email;
  }
  return <ChoosePasswordForm submit="Create your account" send={register} callbackPath={callbackPath} />;
}
