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
const told = (ms: number | null) => (ms === null ? dash : formatDuration(ms));

/** How creates went, and how the stores are. */
export function Insights({ statistics }: { statistics: StatisticsResource }) {
  const { overall, days, storesByPhase, failuresByCause } = statistics;
  if (overall.created + overall.failed === 0 && storesByPhase.length === 0) {
    return (
      <Card>
        <Empty
          icon={<ChartNoAxesCombined />}
          title="Nothing to count yet"
          action={<TextLink href="/stores/new">Create a store</TextLink>}
        >
          Once stores are created, it shows here how long that took, and what went wrong.
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
          description={`From the request until an order went through, over ${days.length} days`}
          table={{
            columns: ["Day", "Median", "95 of 100", "Created", "Failed"],
            rows: days
              .toReversed()
              .map((day) => [day.day, told(day.medianMs), told(day.p95Ms), day.created, day.failed]),
          }}
        >
          <Figures overall={overall} />
          <TimeToReady days={days} />
        </ChartCard>
      </div>
      <ChartCard
        id="stores-by-state"
        title="Stores by state"
        description="As they are now"
        table={{
          columns: ["State", "Stores"],
          rows: storesByPhase.map(({ phase, stores }) => [phaseLabel(phase), stores]),
        }}
      >
        {storesByPhase.length === 0 ? (
          <Quiet>There are no stores at the moment.</Quiet>
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
        description={`Why creates failed in ${days.length} days`}
        table={{
          columns: ["Cause", "Failures"],
          rows: failuresByCause.map(({ code, failures }) => [causeTitles[code], failures]),
        }}
      >
        {failuresByCause.length === 0 ? (
          <Quiet>No create failed.</Quiet>
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

/** What one wants to know before looking at any day. */
function Figures({ overall }: { overall: StatisticsResource["overall"] }) {
  const figures = [
    { name: "Median", value: told(overall.medianMs) },
    { name: "95 of 100 within", value: told(overall.p95Ms) },
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
