import type { Address } from "./cart";

export interface AddressField {
  name: keyof Address | "email";
  label: string;
  type: "text" | "email" | "tel";
  /** The autocomplete token. */
  autoComplete: string;
  required: boolean;
  /** Whether it is in one row with the field before it, on wide screens. */
  half?: boolean;
}

export const addressFields: AddressField[] = [
  { name: "email", label: "E-mail", type: "email", autoComplete: "email", required: true },
  {
    name: "first_name",
    label: "First name",
    type: "text",
    autoComplete: "given-name",
    required: true,
    half: true,
  },
  {
    name: "last_name",
    label: "Last name",
    type: "text",
    autoComplete: "family-name",
    required: true,
    half: true,
  },
  {
    name: "address_1",
    label: "Street and number",
    type: "text",
    autoComplete: "address-line1",
    required: true,
  },
  {
    name: "postal_code",
    label: "Postcode",
    type: "text",
    autoComplete: "postal-code",
    required: true,
    half: true,
  },
  { name: "city", label: "City", type: "text", autoComplete: "address-level2", required: true, half: true },
  {
    name: "province",
    label: "State or region",
    type: "text",
    autoComplete: "address-level1",
    required: false,
    half: true,
  },
  { name: "phone", label: "Phone", type: "tel", autoComplete: "tel", required: false, half: true },
];

/** Reads a submitted form: its values, and the names of required fields that are empty. */
export function readAddress(form: FormData, countries: string[]) {
  const text = (name: string) =>
    String(form.get(name) ?? "")
      .trim()
      .slice(0, 200);
  const { email, ...address } = Object.fromEntries(addressFields.map(({ name }) => [name, text(name)]));
  const country = text("country_code");
  const missing = addressFields
    .filter(({ name, required }) => required && text(name) === "")
    .map(({ name }) => name as string);
  if (email && !/^[^@\s]+@[^@\s]+$/.test(email)) missing.push("email");
  if (!countries.includes(country)) missing.push("country_code");
  return { email: email ?? "", address: { ...address, country_code: country } as Address, missing };
}
