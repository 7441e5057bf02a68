import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { createSteps, stepTitle } from "@/lib/domain/step";
import type { Store, StoreConfig, StoreType } from "@/lib/domain/store";
import { assignUrl } from "@/lib/domain/store-address";
import type { Engine } from "@/lib/engines/engine";
import { getEngine } from "@/lib/engines/get-engine";
import { listEngines } from "@/lib/engines/list-engines";
import { offerTypes } from "@/lib/engines/offer-types";
import { readSettings } from "@/lib/env";
import { followEvents } from "@/tests/support/follow-events";
import { startApp } from "@/tests/support/start-app";
import { buildApp } from "../app/build-app";
import { prepare } from "../app/prepare";
import { exclusively } from "../shell/exclusively";
import { runScript } from "../shell/run-script";
import { print, say, step } from "../shell/steps";
import { writeInstallation } from "../testing/write-installation";
import { HelmBaseline } from "./helm-baseline";
import { type Measured, measureStore } from "./measure-store";
import { formatTable, median, percentile } from "./statistics";

/** Initial database of the store that helm installs: the prepared one, or an empty one as in most charts. */
type Baseline = "prepared" | "none";
/** Engines whose chart needs the prepared database to become ready. */
const baselinesOf = ({ installsItself }: Engine): Baseline[] =>
  installsItself ? ["prepared", "none"] : ["prepared"];
const baselineTitles: Record<Baseline, string> = {
  prepared: "from the prepared database",
  none: "installing at first boot",
};

await runScript(() => exclusively(benchCreate));

async function benchCreate(): Promise<void> {
  const { values: options } = parseArgs({
    options: { stores: { type: "string", default: "5" }, type: { type: "string" } },
  });
  const rounds = Number(options.stores);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error("--stores is a whole number, such as 5.");
  const [prepared] = await Promise.all([prepare(), buildApp()]);
  const { env } = prepared;
  const offers = offerTypes(listEngines(readSettings(env)));
  const offer = offers.find(({ type, available }) => (options.type ? type === options.type : available));
  if (!offer) throw new Error(`--type is one of: ${offers.map(({ type }) => type).join(", ")}.`);
  if (!offer.available) throw new Error(offer.reason);
  const { type } = offer;

  Object.assign(process.env, writeInstallation(prepared));
  const app = await startApp();
  const events = await followEvents(app);
  const engine = getEngine(listEngines(readSettings(env)), type);
  const helm = new HelmBaseline(env, engine.chart);
  const measured: Measured[] = [];
  const byHelm: Record<Baseline, number[]> = { prepared: [], none: [] };
  try {
    for (let round = 1; round <= rounds; round++) {
      const name = `bench-${randomBytes(3).toString("hex")}`;
      await step(`Store ${round} of ${rounds}`, async () => {
        const store = await measureStore(app, events, name, type);
        measured.push(store);
        say(`ready after ${store.ready.toFixed(1)} s, gone after ${store.gone.toFixed(1)} s`);
      });
      for (const snapshot of baselinesOf(engine)) {
        await step(
          `The same chart with helm, ${baselineTitles[snapshot]}, ${round} of ${rounds}`,
          async () => {
            const release = `${name}-${snapshot}`;
            try {
              const seconds = await helm.install(
                release,
                baselineValues(engine, type, release, snapshot, env),
              );
              byHelm[snapshot].push(seconds);
              say(`ready after ${seconds.toFixed(1)} s`);
            } finally {
              await helm.remove(release);
            }
          },
        );
      }
    }
  } finally {
    events.close();
    await app.close();
  }
  report(type, engine, measured, byHelm);
}

/** The values of Storeyard's own stores, except that the chart creates the Secret. */
function baselineValues(
  engine: Engine,
  type: StoreType,
  name: string,
  snapshot: Baseline,
  env: Record<string, string>,
): Record<string, unknown> {
  const config: StoreConfig = {
    title: name,
    adminEmail: "owner@example.com",
    country: "US",
    currency: "USD",
    sampleProduct: true,
  };
  const url = assignUrl(name, readSettings(env).address);
  const values = engine.buildValues({ name, type, url, config, runtimeSettings: {} } as Store, engine.images);
  return { ...values, existingSecret: "", database: { snapshot } };
}

function report(
  type: StoreType,
  engine: Engine,
  measured: Measured[],
  byHelm: Record<Baseline, number[]>,
): void {
  const row = (label: string, values: number[]) => [
    label,
    median(values).toFixed(2),
    percentile(values, 0.95).toFixed(2),
  ];
  const ready = measured.map((store) => store.ready);
  const steps = createSteps(engine).flatMap((name) => {
    const values = measured.flatMap(({ steps }) => steps.get(name) ?? []);
    return values.length > 0 ? [row(`  ${stepTitle(name, engine)}`, values)] : [];
  });
  print("");
  console.log(
    formatTable([
      [`${measured.length} stores of type ${type}, in seconds`, "median", "p95"],
      row("POST to ready", ready),
      ...steps,
      row(
        "DELETE to gone",
        measured.map((store) => store.gone),
      ),
      ...baselinesOf(engine).map((snapshot) =>
        row(`helm upgrade --install --wait, ${baselineTitles[snapshot]}`, byHelm[snapshot]),
      ),
    ]),
  );
  for (const snapshot of baselinesOf(engine)) {
    const ratio = median(ready) / median(byHelm[snapshot]);
    console.log(`ratio to helm, ${baselineTitles[snapshot]}: ${ratio.toFixed(2)}`);
  }
}
