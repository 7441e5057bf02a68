import { ChartNoAxesCombined } from "lucide-react";
import type { StatisticsResource } from "@/lib/http/resources/insight-resource";
import { formatDuration } from "../live/format-duration";
import { phaseDot, phaseLabel } from "../stores/phase-badge";
import { storesPath } from "../stores/store-query";
import { Card } from "../ui/card";
import { Empty } from "../ui/empty";
import { TextLink } from "../ui/text-link";
import { Bars } from "./bars";
import { causeTitles } from "./cause-title";
import { ChartCard } from "./chart-card";
import { TimeToReady } from "./time-to-ready";

const dash = "–";
const formatMs = (ms: number | null) => (ms === null ? dash : formatDuration(ms));

/** Statistics of creates, and the stores by state. */
export function Insights({ statistics }: { statistics: StatisticsResource }) {
  const { overall, days, storesByPhase, failuresByCause } = statistics;
  if (overall.created + overall.failed === 0 && storesByPhase.length === 0) {
    return (
      <Card>
        <Empty
          icon={<ChartNoAxesCombined />}
          title="No data yet"
          action={<TextLink href="/stores/new">Create a store</TextLink>}
        >
          After the first store is created, this page shows how long creates took and why they failed.
        </Empty>
      </Card>
    );
  }
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <div className="min-w-0 lg:col-span-2">
        <ChartCard
          id="time-to-ready"
          title="Time to ready"
          description={`From the request to a verified store, last ${days.length} days`}
          table={{
            columns: ["Day", "Median", "p95", "Created", "Failed"],
            rows: days
              .toReversed()
              .map((day) => [day.day, formatMs(day.medianMs), formatMs(day.p95Ms), day.created, day.failed]),
          }}
        >
          <Figures overall={overall} />
          <TimeToReady days={days} />
        </ChartCard>
      </div>
      <ChartCard
        id="stores-by-state"
        title="Stores by state"
        description="Current state"
        table={{
          columns: ["State", "Stores"],
          rows: storesByPhase.map(({ phase, stores }) => [phaseLabel(phase), stores]),
        }}
      >
        {storesByPhase.length === 0 ? (
          <Quiet>No stores</Quiet>
        ) : (
          <Bars
            label="Stores by state"
            bars={storesByPhase.map(({ phase, stores }) => ({
              label: phaseLabel(phase),
              count: stores,
              tone: phaseDot(phase),
              href: storesPath({ phase }),
            }))}
          />
        )}
      </ChartCard>
      <ChartCard
        id="failures-by-cause"
        title="Failures by cause"
        description={`Failed creates, last ${days.length} days`}
        table={{
          columns: ["Cause", "Failures"],
          rows: failuresByCause.map(({ code, failures }) => [causeTitles[code], failures]),
        }}
      >
        {failuresByCause.length === 0 ? (
          <Quiet>No failures</Quiet>
        ) : (
          <Bars
            label="Failures by cause"
            bars={failuresByCause.map(({ code, failures }) => ({
              label: causeTitles[code],
              count: failures,
              tone: "bg-bad-solid",
            }))}
          />
        )}
      </ChartCard>
    </div>
  );
}

/** The figures of the whole period. */
function Figures({ overall }: { overall: StatisticsResource["overall"] }) {
  const figures = [
    { name: "Median", value: formatMs(overall.medianMs) },
    { name: "p95", value: formatMs(overall.p95Ms) },
    { name: "Created", value: overall.created },
    { name: "Failed", value: overall.failed },
  ];
  return (
    <dl className="mb-6 grid grid-cols-2 gap-x-4 gap-y-4 sm:grid-cols-4">
      {figures.map(({ name, value }) => (
        <div key={name} className="flex flex-col-reverse">
          <dt className="text-[0.8125rem] text-ink-muted">{name}</dt>
          <dd className="tabular font-semibold text-2xl leading-8 tracking-tight">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Quiet({ children }: { children: string }) {
  return <p className="py-6 text-center text-ink-muted text-sm">{children}</p>;
}
