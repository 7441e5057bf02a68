import type { Diagnosis as DiagnosisData } from "@/lib/domain/store-event";
import { Disclosure, Output } from "./cause-note";

/** The warnings and log lines of a failed create, kept because its resources are cleaned up. */
export function Diagnosis({ diagnosis }: { diagnosis: DiagnosisData }) {
  const logs = diagnosis.logs.filter((log) => log.lines.length > 0);
  if (diagnosis.warnings.length === 0 && logs.length === 0) return null;
  return (
    <Disclosure label="Warnings and last log lines">
      <div className="flex flex-col gap-4">
        {diagnosis.warnings.length > 0 ? (
          <section>
            <h4 className="mb-1.5 font-medium text-xs">Cluster warnings</h4>
            <Output label="Cluster warnings" lines={diagnosis.warnings} />
          </section>
        ) : null}
        {logs.map((log) => (
          <section key={log.container}>
            <h4 className="mb-1.5 font-medium text-xs">Last log lines of {log.container}</h4>
            <Output label={`Last log lines of ${log.container}`} lines={log.lines} />
          </section>
        ))}
      </div>
    </Disclosure>
  );
}
