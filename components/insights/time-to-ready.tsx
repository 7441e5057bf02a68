"use client";

import { type PointerEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { StatisticsResource } from "@/lib/http/resources/insight-resource";
import { formatDuration } from "../live/format-duration";
import { linePath, niceTicks, type Point } from "./scale";

type Day = StatisticsResource["days"][number];

const height = 220;
const left = 44;
const bottom = 24;
const top = 8;
const shortDay = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", timeZone: "UTC" });

/** Median and p95 of the time to ready by day. The card's table holds the same data. */
export function TimeToReady({ days }: { days: Day[] }) {
  const [at, setAt] = useState<number | null>(null);
  const figure = useRef<HTMLElement>(null);
  const width = useWidth(figure);
  const most = Math.max(0, ...days.map(({ p95Ms, medianMs }) => p95Ms ?? medianMs ?? 0)) / 1000;
  const ticks = niceTicks(most);
  const highest = ticks.at(-1) ?? 1;
  const x = (index: number) => left + ((width - left - 8) * index) / Math.max(days.length - 1, 1);
  const y = (ms: number) => top + (height - top - bottom) * (1 - ms / 1000 / highest);
  const points = (of: (day: Day) => number | null): (Point | null)[] =>
    days.map((day, index) => {
      const ms = of(day);
      return ms === null ? null : { x: x(index), y: y(ms) };
    });
  const series = [
    {
      name: "p95",
      color: "stroke-warn-solid",
      fill: "fill-warn-solid",
      points: points(({ p95Ms }) => p95Ms),
    },
    {
      name: "Median",
      color: "stroke-busy-solid",
      fill: "fill-busy-solid",
      points: points(({ medianMs }) => medianMs),
    },
  ];
  const shown = at === null ? undefined : days[at];

  function point(event: PointerEvent<SVGSVGElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const inside = ((event.clientX - box.left) / box.width) * width;
    const index = Math.round(((inside - left) / (width - left - 8)) * (days.length - 1));
    setAt(Math.min(Math.max(index, 0), days.length - 1));
  }

  return (
    <figure ref={figure} className="relative">
      <Legend />
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label="Time to ready by day: median and p95. The table below has the data."
        height={height}
        className="w-full touch-pan-y"
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setAt(null)}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={left} x2={width - 8} y1={y(tick * 1000)} y2={y(tick * 1000)} className="stroke-line" />
            <text
              x={left - 8}
              y={y(tick * 1000) + 4}
              textAnchor="end"
              className="fill-ink-subtle text-[11px]"
            >
              {tick} s
            </text>
          </g>
        ))}
        {dayMarks(days).map((index) => (
          <text
            key={index}
            x={x(index)}
            y={height - 6}
            textAnchor={index === days.length - 1 ? "end" : "middle"}
            className="fill-ink-subtle text-[11px]"
          >
            {shortDay.format(new Date(days[index]?.day ?? ""))}
          </text>
        ))}
        {at === null ? null : (
          <line x1={x(at)} x2={x(at)} y1={top} y2={height - bottom} className="stroke-line-strong" />
        )}
        {series.map(({ name, color, fill, points }) => (
          <g key={name}>
            <path
              d={linePath(points)}
              fill="none"
              strokeWidth={2}
              strokeLinejoin="round"
              strokeLinecap="round"
              className={color}
            />
            {points.map((each, index) =>
              each && (index === at || isAlone(points, index)) ? (
                <circle
                  key={days[index]?.day}
                  cx={each.x}
                  cy={each.y}
                  r={index === at ? 4 : 2.5}
                  className={fill}
                />
              ) : null,
            )}
          </g>
        ))}
      </svg>
      {shown && at !== null ? <Tip day={shown} share={x(at) / width} /> : null}
    </figure>
  );
}

function Legend() {
  return (
    <figcaption className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-[0.8125rem] text-ink-muted">
      <span className="inline-flex items-center gap-2">
        <span aria-hidden="true" className="h-0.5 w-4 rounded-full bg-busy-solid" />
        Median
      </span>
      <span className="inline-flex items-center gap-2">
        <span aria-hidden="true" className="h-0.5 w-4 rounded-full bg-warn-solid" />
        p95
      </span>
    </figcaption>
  );
}

function Tip({ day, share }: { day: Day; share: number }) {
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute top-8 z-10 w-44 rounded-md border border-line bg-raised px-3 py-2 text-xs leading-5 shadow-float"
      style={share > 0.5 ? { right: `${(1 - share) * 100 + 2}%` } : { left: `${share * 100 + 2}%` }}
    >
      <p className="font-medium">{shortDay.format(new Date(day.day))}</p>
      {day.medianMs === null ? (
        <p className="text-ink-muted">No store became ready</p>
      ) : (
        <p className="text-ink-muted">
          {formatDuration(day.medianMs)} median
          <br />
          {formatDuration(day.p95Ms ?? day.medianMs)} p95
        </p>
      )}
      <p className="text-ink-muted">
        {day.created} created, {day.failed} failed
      </p>
    </div>
  );
}

/** The element's width in pixels: the chart is drawn at it, so that text keeps its size on phones. */
function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(720);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => setWidth(Math.max(element.clientWidth, 240));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}

/** Indexes of the labelled days: the last one and every seventh before it. */
function dayMarks(days: Day[]): number[] {
  return days.flatMap((_, index) => ((days.length - 1 - index) % 7 === 0 && index > 0 ? index : []));
}

/** A value without neighbours has no line: it needs a dot to be visible. */
function isAlone(points: (Point | null)[], index: number): boolean {
  return !points[index - 1] && !points[index + 1];
}
