import Form from "next/form";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { TextLink } from "../ui/text-link";
import { refusalLabels, targetLabels } from "./audit-labels";

interface AuditFiltersProps {
  given: Record<string, string | undefined>;
  /** Error messages by field. */
  errors: Partial<Record<string, string>>;
}

/** The audit log's filters. The URL holds them, under the names of the API's parameters. */
export function AuditFilters({ given, errors }: AuditFiltersProps) {
  const filtered = Object.values(given).some((value) => value !== undefined);
  return (
    <Form
      // The key resets the fields when the URL changes.
      key={JSON.stringify(given)}
      action="/audit"
      role="search"
      aria-label="Audit log"
      className="mb-5 grid grid-cols-2 items-start gap-x-3 gap-y-4 md:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)_minmax(0,1fr)_9.5rem_9.5rem]"
    >
      <Field label="Search" className="col-span-2 md:col-span-1">
        {(control) => (
          <Input
            {...control}
            type="search"
            name="q"
            defaultValue={given.q}
            maxLength={254}
            autoComplete="off"
            placeholder="Actor, action or target"
          />
        )}
      </Field>
      <Field label="Target" error={errors.targetType}>
        {(control) => (
          <Select {...control} name="targetType" defaultValue={given.targetType ?? ""}>
            <option value="">All</option>
            {Object.entries(targetLabels).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Result" error={errors.result}>
        {(control) => (
          <Select {...control} name="result" defaultValue={given.result ?? ""}>
            <option value="">Any</option>
            <option value="ok">Success</option>
            {Object.entries(refusalLabels).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="From" error={errors.from}>
        {(control) => <Input {...control} type="date" name="from" defaultValue={given.from?.slice(0, 10)} />}
      </Field>
      <Field label="Before" error={errors.to}>
        {(control) => <Input {...control} type="date" name="to" defaultValue={given.to?.slice(0, 10)} />}
      </Field>
      <div className="col-span-full flex items-center gap-4">
        <Button type="submit">Apply filters</Button>
        {filtered ? (
          <span className="text-sm">
            <TextLink href="/audit">Clear filters</TextLink>
          </span>
        ) : null}
      </div>
    </Form>
  );
}
