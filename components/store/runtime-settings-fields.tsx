"use client";

import { useId } from "react";
import type { RuntimeSettingsResource } from "@/lib/http/resources/runtime-settings-resource";
import { cn } from "../ui/cn";
import { Field } from "../ui/field";
import { controlClasses, Input } from "../ui/input";
import { Switch } from "../ui/switch";
import { constantField, originsField, phpField, type RuntimeSettingsDraft } from "./runtime-settings-draft";

export interface RuntimeSettingsFieldsProps {
  settings: RuntimeSettingsResource;
  draft: RuntimeSettingsDraft;
  errors: Partial<Record<string, string>>;
  onText: (field: string, text: string) => void;
  onSwitch: (field: string, on: boolean) => void;
}

/** What each limit does, by its name in the API. */
const phpHints: Readonly<Record<string, string>> = {
  uploadMib: "The largest file that can be uploaded, such as a video or a plugin.",
  memoryMib: "Raise it if pages fail with “Allowed memory size exhausted”.",
  maxExecutionSeconds: "Raise it for long imports. A request that runs long keeps a worker busy.",
  maxInputVars: "Raise it if large menus or products with many variations lose fields when saved.",
};

/** The fields of a store's runtime settings, for the groups that its type has. */
export function RuntimeSettingsFields(props: RuntimeSettingsFieldsProps) {
  const { settings, draft, errors, onText } = props;
  return (
    <>
      {settings.php ? (
        <Group title="PHP limits">
          {settings.phpLimits.map((limit) => (
            <AmountField
              {...props}
              key={limit.name}
              field={phpField(limit.name)}
              label={limit.label.charAt(0).toUpperCase() + limit.label.slice(1)}
              hint={phpHints[limit.name] ?? ""}
              range={limit}
            />
          ))}
        </Group>
      ) : null}
      {settings.allowedOrigins ? (
        <Field
          label="Allowed origins"
          note="One per line"
          hint={settings.originsMay}
          error={errors[originsField]}
        >
          {(control) => (
            <textarea
              {...control}
              name={originsField}
              rows={3}
              spellCheck={false}
              autoComplete="off"
              placeholder="https://www.example.com"
              className={cn(controlClasses, "px-3 py-2")}
              value={draft.texts[originsField] ?? ""}
              onChange={(event) => onText(originsField, event.target.value)}
            />
          )}
        </Field>
      ) : null}
      {settings.constants ? (
        <Group title="WordPress constants">
          {settings.constantRanges.map((constant) =>
            constant.kind === "amount" ? (
              <AmountField
                {...props}
                key={constant.name}
                field={constantField(constant.name)}
                label={constant.name}
                hint={constant.about}
                range={constant}
              />
            ) : (
              <SwitchField
                {...props}
                key={constant.name}
                field={constantField(constant.name)}
                label={constant.name}
                hint={constant.about}
              />
            ),
          )}
        </Group>
      ) : null}
    </>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-medium text-ink-muted text-xs">{title}</legend>
      <div className="grid items-start gap-x-4 gap-y-4 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}

interface FieldProps extends RuntimeSettingsFieldsProps {
  field: string;
  label: string;
  hint: string;
}

interface AmountProps extends FieldProps {
  range: { default: number; least: number; most: number; unit: string };
}

function AmountField({ draft, errors, onText, field, label, hint, range }: AmountProps) {
  const { least, most, unit } = range;
  const bounds = `${least.toLocaleString("en-US")} to ${most.toLocaleString("en-US")} ${unit}.`;
  return (
    <Field label={label} note={unit} hint={`${hint} ${bounds}`} error={errors[field]}>
      {(control) => (
        <Input
          {...control}
          name={field}
          inputMode="numeric"
          autoComplete="off"
          className="tabular"
          placeholder={String(range.default)}
          value={draft.texts[field] ?? ""}
          onChange={(event) => onText(field, event.target.value)}
        />
      )}
    </Field>
  );
}

function SwitchField({ draft, errors, onSwitch, field, label, hint }: FieldProps) {
  const id = useId();
  return (
    <div className="flex min-w-0 items-start justify-between gap-3">
      <div className="min-w-0">
        <label htmlFor={id} className="break-words font-medium text-sm">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-[0.8125rem] text-ink-muted leading-5">
          {errors[field] ?? hint}
        </p>
      </div>
      <Switch
        id={id}
        aria-describedby={`${id}-hint`}
        checked={draft.switches[field] ?? false}
        onCheckedChange={(on) => onSwitch(field, on)}
      />
    </div>
  );
}
