import { Disclosure } from "@/components/disclosure";
import { DataTable } from "@/components/chart/data-table";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { figuresInWords, hasReference, lookInWords } from "./drift-sentences";
import { isBad } from "./verdict-words";
import { asSentence } from "@/components/words";
import type { FeatureDrift, MonitoringReport } from "@/lib/monitoring/report";
import { useLocale } from "#locale";
import { slugOf } from "./anchors";
import { ShareChart } from "./share-chart";
import { Verdict } from "./verdict";
import { MONITORING_WORDS } from "./words";

function Numbers({ feature }: { feature: FeatureDrift }) {
  const words = useWords(MONITORING_WORDS);
  const write = useWriter();
  const figure = (value: number) => write.quantity(value, undefined, 0.001);
  return (
    <>
      <DataTable
        caption={words.sharesOf(feature.label)}
        columns={[words.values, words.trainingRows, words.now]}
        rows={feature.bins.map(({ label, reference, current }) => [
          label,
          write.share(reference),
          write.share(current),
        ])}
      />
      <DataTable
        caption={words.testsOf(feature.label)}
        columns={[words.test, words.statistic, words.threshold, words.adjustedP, words.size, words.smallest]}
        rows={feature.tests.map(({ of, name, statistic, threshold, adjustedP, size, smallest }) => [
          `${name} (${words.compared[of]})`,
          figure(statistic),
          figure(threshold),
          adjustedP < 0.001 ? `< ${figure(0.001)}` : figure(adjustedP),
          figure(size),
          figure(smallest),
        ])}
      />
      <p className="mt-2 text-caption text-quiet">{figuresInWords(write.locale, feature)}</p>
    </>
  );
}

function Feature({ feature }: { feature: FeatureDrift }) {
  const words = useWords(MONITORING_WORDS);
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
          summary={words.numbers(
            (text) => (
              <span className="sr-only">{text}</span>
            ),
            feature.label,
          )}
          className="mt-2 text-small"
        >
          <Numbers feature={feature} />
        </Disclosure>
      )}
    </div>
  );
}

/** Whether recent inputs and estimates differ from the training rows: what changed first, the rest on demand. */
export function Drift({ report, days }: { report: MonitoringReport; days: number }) {
  const { drift } = report;
  const locale = useLocale();
  const words = useWords(MONITORING_WORDS);
  if (!hasReference(report)) return <p className="max-w-[38rem]">{asSentence(drift.detail)}</p>;
  const changed = drift.features.filter(({ verdict }) => isBad(verdict));
  const others = drift.features.filter(({ verdict }) => !isBad(verdict));
  const hasCharts = drift.features.some(({ bins }) => bins.length > 0);
  return (
    <>
      <p className="max-w-[38rem]">{asSentence(drift.detail)}</p>
      {hasCharts && (
        <p className="mt-3 max-w-[38rem] text-caption text-quiet">
          {words.bars(days)} {lookInWords(locale, report)}
        </p>
      )}
      <div className="mt-6">
        {changed.map((feature) => (
          <Feature key={`${feature.of} ${feature.name}`} feature={feature} />
        ))}
      </div>
      {others.length > 0 && (
        <Disclosure
          summary={(changed.length > 0 ? words.otherInputs : words.allInputs)(others.length)}
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
