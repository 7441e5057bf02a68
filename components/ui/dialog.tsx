"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { findOpener, restoreFocus } from "./opener";

interface DialogProps {
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  onClose: () => void;
}

/** A modal dialog, open while it is rendered. On phones it is at the bottom. On closing, the focus goes back. */
export function Dialog({ title, description, children, onClose }: DialogProps) {
  const [opener] = useState(findOpener);

  /** Focuses the checked radio button instead of the first one. */
  function enter(event: Event) {
    const chosen = (event.target as HTMLElement).querySelector<HTMLElement>("input[type=radio]:checked");
    if (chosen === null) return;
    event.preventDefault();
    chosen.focus();
  }

  function leave(event: Event) {
    event.preventDefault();
    restoreFocus(opener);
  }

  return (
    <Primitive.Root open onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-50 grid animate-fade place-items-end overflow-y-auto bg-scrim p-3 backdrop-blur-[2px] sm:place-items-center sm:p-6">
          <Primitive.Content
            className="relative w-full max-w-md animate-rise rounded-xl border border-line bg-raised shadow-float focus:outline-none"
            onOpenAutoFocus={enter}
            onCloseAutoFocus={leave}
            {...(description ? {} : { "aria-describedby": undefined })}
          >
            <header className="px-5 pt-5 pr-14">
              <Primitive.Title className="break-words font-semibold text-base">{title}</Primitive.Title>
              {description ? (
                <Primitive.Description className="mt-1.5 text-ink-muted text-sm leading-6">
                  {description}
                </Primitive.Description>
              ) : null}
            </header>
            {children}
            <Primitive.Close asChild>
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label="Close"
                className="absolute top-3.5 right-3.5"
              >
                <X aria-hidden="true" />
              </Button>
            </Primitive.Close>
          </Primitive.Content>
        </Primitive.Overlay>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

export function DialogBody({ children }: { children: ReactNode }) {
  return <div className="flex flex-col gap-4 px-5 py-4">{children}</div>;
}

export function DialogFooter({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-col-reverse gap-2 rounded-b-xl border-line border-t bg-sunken/60 px-5 py-3.5 sm:flex-row sm:justify-end">
      {children}
    </footer>
  );
}
