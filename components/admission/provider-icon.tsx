import { KeyRound } from "lucide-react";

/** The mark of who else signs people in; a key for one that has no mark of its own. */
export function ProviderIcon({ id }: { id: string }) {
  if (id === "github") {
    return (
      <svg viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
        <path d="M8 .2a8 8 0 0 0-2.53 15.59c.4.07.55-.17.55-.38l-.01-1.49c-2.01.37-2.53-.49-2.69-.94-.09-.23-.48-.94-.82-1.13-.28-.15-.68-.52-.01-.53.63-.01 1.08.58 1.23.82.72 1.21 1.87.87 2.33.66.07-.52.28-.87.51-1.07-1.78-.2-3.64-.89-3.64-3.95 0-.87.31-1.59.82-2.15-.08-.2-.36-1.02.08-2.12 0 0 .67-.21 2.2.82a7.4 7.4 0 0 1 4 0c1.53-1.04 2.2-.82 2.2-.82.44 1.1.16 1.92.08 2.12.51.56.82 1.27.82 2.15 0 3.07-1.87 3.75-3.65 3.95.29.25.54.73.54 1.48l-.01 2.2c0 .21.15.46.55.38A8 8 0 0 0 8 .2Z" />
      </svg>
    );
  }
  if (id === "google") {
    return (
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path
          fill="#4285f4"
          d="M15.3 8.2c0-.5 0-1-.1-1.5H8v2.8h4.1a3.5 3.5 0 0 1-1.5 2.3v1.9H13a7.3 7.3 0 0 0 2.3-5.5Z"
        />
        <path
          fill="#34a853"
          d="M8 15.6c2 0 3.7-.7 5-1.9l-2.4-1.9a4.5 4.5 0 0 1-6.8-2.4H1.3v2A7.6 7.6 0 0 0 8 15.6Z"
        />
        <path fill="#fbbc05" d="M3.8 9.4a4.6 4.6 0 0 1 0-2.9v-2H1.3a7.6 7.6 0 0 0 0 6.9l2.5-2Z" />
        <path
          fill="#ea4335"
          d="M8 3.4c1.1 0 2.1.4 2.9 1.1L13 2.3a7.6 7.6 0 0 0-11.7 2.3l2.5 1.9A4.5 4.5 0 0 1 8 3.4Z"
        />
      </svg>
    );
  }
  return <KeyRound aria-hidden="true" />;
}
