import { Callout } from "./callout";
import { CopyButton } from "./copy-button";

interface ShownOnceProps {
  /** The kind of secret, e.g. "token". */
  what: string;
  secret: string;
  /** What to do with the secret. */
  children: string;
}

/** A secret that can't be shown again, with a copy button. */
export function ShownOnce({ what, secret, children }: ShownOnceProps) {
  return (
    <>
      <div className="flex items-center gap-1 rounded-md border border-line-strong bg-sunken py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 select-all break-all py-1 font-mono text-[0.8125rem] leading-5">
          {secret}
        </code>
        <CopyButton text={secret} what={what} />
      </div>
      <Callout tone="warn" title={`Copy this ${what} now. It is not shown again.`}>
        {children}
      </Callout>
    </>
  );
}
