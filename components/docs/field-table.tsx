import { boundsText, type Schema, typeText } from "./schema-text";

interface FieldTableProps {
  caption: string;
  fields: { name: string; required: boolean; schema: Schema; description?: string }[];
}

// On the list, not on each cell: a page has a thousand cells, and the classes would be most of its HTML.
const rows =
  "divide-y divide-line border-line border-y text-[0.8125rem] text-ink-muted [&>div]:grid [&>div]:gap-x-4 [&>div]:py-1.5 sm:[&>div]:grid-cols-[minmax(0,13rem)_minmax(0,15rem)_minmax(0,1fr)] [&_*]:wrap-anywhere [&_code]:font-mono [&_code]:text-ink [&_code]:text-xs";

/** Parameters or body fields: name, type and description. */
export function FieldTable({ caption, fields }: FieldTableProps) {
  return (
    <div>
      <p className="pb-1.5 font-medium text-ink-muted text-xs">{caption}</p>
      <dl className={rows}>
        {fields.map(({ name, required, schema, description }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
              {required ? null : <small> optional</small>}
            </dt>
            <dd>{typeText(schema)}</dd>
            <dd>{[description ?? schema.description, boundsText(schema)].filter(Boolean).join(" · ")}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
