import { Disclosure } from "@/components/disclosure";
import { DataTable } from "@/components/chart/data-table";
import { figuresInWords, hasReference, isBad, lookInWords } from "./sentences";
import { asSentence } from "@/components/words";
import { writeProbability } from "@/lib/judging/probability-words";
import type { FeatureDrift, MonitoringReport } from "@/lib/monitoring/report";
import { formatQuantity, formatShare } from "@/lib/model/format";
import { slugOf } from "./anchors";
import { ShareChart } from "./share-chart";
import { Verdict } from "./verdict";

function Numbers({ feature }: { feature: FeatureDrift }) {
  return (
    <>
      <DataTable
        caption={`${feature.label}: shares`}
        columns={["Values", "Training rows", "Now"]}
        rows={feature.bins.map(({ label, reference, current }) => [
          label,
          formatShare(reference),
          formatShare(current),
        ])}
      />
      <DataTable
        caption={`${feature.label}: tests`}
        columns={["Test", "Statistic", "Chance exceeds", "p, adjusted", "Size", "Matters from"]}
        rows={feature.tests.map(({ of, name, statistic, threshold, adjustedP, size, smallest }) => [
          `${name} (${of})`,
          formatQuantity(statistic, undefined, 0.001),
          formatQuantity(threshold, undefined, 0.001),
          writeProbability(adjustedP),
          formatQuantity(size, undefined, 0.001),
          formatQuantity(smallest, undefined, 0.001),
        ])}
      />
      <p className="mt-2 text-caption text-quiet">{figuresInWords(feature)}</p>
    </>
  );
}

function Feature({ feature }: { feature: FeatureDrift }) {
  return (
    <div id={slugOf(feature)} className="border-t border-rule py-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h3 className="font-medium">{feature.label}</h3>
        <p className="text-small">
          <Verdict verdict={feature.verdict} />
        </p>
      </div>
      <p className="mt-1 max-w-[38rem] text-small text-quiet">{asSentence(feature.detail)}</p>
      {feature.bins.length > 0 && <ShareChart feature={feature} />}
      {feature.tests.length > 0 && (
        <Disclosure
          summary={
            <>
              Numbers<span className="sr-only"> of {feature.label}</span>
            </>
          }
          className="mt-2 text-small"
        >
          <Numbers feature={feature} />
        </Disclosure>
      )}
    </div>
  );
}

/** Whether recent inputs and estimates differ from the training rows: what changed first, the rest on demand. */
export function Drift({ report }: { report: MonitoringReport }) {
  const { drift } = report;
  if (!hasReference(report)) return <p className="max-w-[38rem]">{asSentence(drift.detail)}</p>;
  const changed = drift.features.filter(({ verdict }) => isBad(verdict));
  const others = drift.features.filter(({ verdict }) => !isBad(verdict));
  const hasCharts = drift.features.some(({ bins }) => bins.length > 0);
  return (
    <>
      <p className="max-w-[38rem]">{asSentence(drift.detail)}</p>
      {hasCharts && (
        <p className="mt-3 max-w-[38rem] text-caption text-quiet">
          Wide bar: training. Thin green bar, with its figure: now. {lookInWords(report)}
        </p>
      )}
      <div className="mt-6">
        {changed.map((feature) => (
          <Feature key={`${feature.of} ${feature.name}`} feature={feature} />
        ))}
      </div>
      {others.length > 0 && (
        <Disclosure
          summary={`${changed.length > 0 ? "Other inputs" : "All inputs and the estimate"} (${others.length})`}
          open={changed.length === 0 && drift.verdict === "no drift"}
        >
          {others.map((feature) => (
            <Feature key={`${feature.of} ${feature.name}`} feature={feature} />
          ))}
        </Disclosure>
      )}
    </>
  );
}
