import { Check } from "lucide-react";
import { describeSoftware } from "@/lib/domain/software-version";
import type { StoreType } from "@/lib/domain/store";
import type { StoreTypeOffer } from "@/lib/services/app-context";
import { StoreIcon } from "../stores/store-icon";
import { FieldError } from "../ui/field";

interface TypeCardsProps {
  types: StoreTypeOffer[];
  value: StoreType | undefined;
  error?: string;
  onChange: (type: StoreType) => void;
}

/** Radio buttons that look like cards. Unavailable types are disabled and show the reason. */
export function TypeCards({ types, value, error, onChange }: TypeCardsProps) {
  return (
    <fieldset className="min-w-0" aria-describedby={error ? "type-error" : undefined}>
      <legend className="mb-1.5 font-medium text-sm">Type</legend>
      <div className="grid grid-cols-1 gap-3">
        {types.map((offer) => (
          <label
            key={offer.type}
            className="group relative flex gap-3.5 rounded-lg border border-line-strong bg-surface p-4 shadow-control transition-[border-color,box-shadow] duration-150 hover:border-ink-subtle has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus has-[:focus-visible]:outline-offset-2 has-[:disabled]:border-line has-[:disabled]:border-dashed has-[:checked]:border-ink has-[:disabled]:bg-hover/50 has-[:checked]:shadow-[0_0_0_1px_var(--color-ink)] has-[:disabled]:shadow-none"
          >
            <input
              type="radio"
              name="type"
              value={offer.type}
              className="sr-only"
              disabled={!offer.available}
              checked={value === offer.type}
              onChange={() => onChange(offer.type)}
              aria-describedby={`about-${offer.type}`}
            />
            <StoreIcon type={offer.type} />
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium text-sm">
                {offer.label}
                {offer.available ? (
                  <span className="font-normal text-[0.8125rem] text-ink-muted">
                    {describeSoftware(offer.versions)}
                  </span>
                ) : (
                  <span className="whitespace-nowrap rounded-full border border-line bg-surface px-2 py-0.5 font-medium text-[0.6875rem] text-ink-muted">
                    Not available
                  </span>
                )}
              </span>
              <span
                id={`about-${offer.type}`}
                className="wrap-anywhere mt-0.5 block text-[0.8125rem] text-ink-muted leading-5"
              >
                {offer.available ? offer.gives : offer.reason}
              </span>
            </span>
            {offer.available ? (
              <span
                aria-hidden="true"
                className="invisible grid size-4.5 shrink-0 place-items-center rounded-full bg-ink text-surface group-has-[:checked]:visible [&_svg]:size-3"
              >
                <Check strokeWidth={3} />
              </span>
            ) : null}
          </label>
        ))}
      </div>
      <div id="type-error" aria-live="polite" className="mt-1.5 text-[0.8125rem] empty:hidden">
        {error ? <FieldError>{error}</FieldError> : null}
      </div>
    </fieldset>
  );
}
