/** The keywords of JSON Schema that the OpenAPI document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  description?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
}

/** A schema's type as text, e.g. `list of Store or null`. */
export function typeText(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.split("/").at(-1) ?? "";
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return [...new Set(either.map(typeText))].join(" or ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => String(value)).join(" | ");
  if (schema.type === "array") return `list of ${schema.items ? typeText(schema.items) : "anything"}`;
  const type = [schema.type ?? "anything"].flat().join(" or ");
  return schema.format === undefined ? type : `${type}, ${schema.format}`;
}

/** The value's limits and default as text, e.g. `from 1, to 100, default 50`. */
export function boundsText({ minimum, maximum, minLength, maxLength, default: fallback }: Schema): string {
  const huge = Number.MAX_SAFE_INTEGER;
  const said = [
    minimum !== undefined && minimum > -huge ? `from ${minimum}` : "",
    maximum !== undefined && maximum < huge ? `to ${maximum}` : "",
    maxLength !== undefined ? `${minLength ?? 0} to ${maxLength} characters` : "",
    fallback !== undefined ? `default ${JSON.stringify(fallback)}` : "",
  ];
  return said.filter(Boolean).join(", ");
}

/** An object's fields as a flat list. Nested fields have dotted names. */
export function fieldsOf(schema: Schema, prefix = ""): { name: string; required: boolean; schema: Schema }[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const name = `${prefix}${key}`;
    const own = { name, required: schema.required?.includes(key) ?? false, schema: field };
    const inner = field.type === "array" ? field.items : field;
    return [own, ...fieldsOf(inner ?? {}, `${name}${field.type === "array" ? "[]" : ""}.`)];
  });
}
