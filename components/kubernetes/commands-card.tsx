import type { StorePart } from "@/lib/domain/store-part";
import { Card, CardHeader } from "../ui/card";
import { CopyButton } from "../ui/copy-button";

interface CommandsCardProps {
  store: string;
  namespace: string;
  /** The part that visitors reach; absent if the store's engine is gone. */
  main: StorePart | undefined;
}

/** Commands for a terminal: a store is an ordinary Helm release in an ordinary namespace. */
export function CommandsCard({ store, namespace, main }: CommandsCardProps) {
  const commands = [
    { what: "List pods, volumes and ingresses", line: `kubectl -n ${namespace} get pods,pvc,ingress` },
    { what: "List Kubernetes events", line: `kubectl -n ${namespace} get events --sort-by=.lastTimestamp` },
    ...(main ? commandsFor(main, namespace, store) : []),
    { what: "Show the release history", line: `helm -n ${namespace} history ${store}` },
    { what: "Show the release values", line: `helm -n ${namespace} get values ${store}` },
  ];
  return (
    <Card aria-labelledby="commands-title">
      <CardHeader id="commands-title" title="Commands" />
      <ul className="grid gap-3.5 px-4 py-4 sm:px-5">
        {commands.map(({ what, line }) => (
          <li key={line} className="min-w-0">
            <p className="text-[0.8125rem] text-ink-muted">{what}</p>
            <div className="mt-1 flex items-center gap-1 rounded-md border border-line bg-sunken py-0.5 pr-1 pl-3">
              <code className="wrap-anywhere min-w-0 flex-1 select-all py-1 font-mono text-xs leading-5">
                {line}
              </code>
              <CopyButton text={line} what={`command: ${what}`} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function commandsFor({ name, workload, phrase, container }: StorePart, namespace: string, store: string) {
  const target = `${workload.toLowerCase()}/${store}-${name} -c ${container}`;
  return [
    { what: `Follow the log of ${phrase}`, line: `kubectl -n ${namespace} logs -f ${target}` },
    { what: `Open a shell in ${phrase}`, line: `kubectl -n ${namespace} exec -it ${target} -- sh` },
  ];
}
