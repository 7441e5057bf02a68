import { boundsText, type Schema, typeText } from "./schema-text";

interface FieldTableProps {
  caption: string;
  fields: { name: string; required: boolean; schema: Schema; description?: string }[];
}

/** Parameters, or the fields of a body: what each is called, what it takes, and what it means. */
export function FieldTable({ caption, fields }: FieldTableProps) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-[32rem] text-left text-[0.8125rem]">
        <caption className="pb-1.5 text-left font-medium text-ink-muted text-xs">{caption}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Type</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-line border-y">
          {fields.map(({ name, required, schema, description }) => (
            <tr key={name} className="align-top">
              <th scope="row" className="w-48 py-1.5 pr-4 font-normal">
                <code className="font-mono text-xs">{name}</code>
                {required ? null : <span className="ml-1.5 text-ink-subtle text-xs">optional</span>}
              </th>
              <td className="w-64 py-1.5 pr-4 text-ink-muted">{typeText(schema)}</td>
              <td className="py-1.5 text-ink-muted">
                {[description ?? schema.description, boundsText(schema)].filter(Boolean).join(" · ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
