import { asCurlOfFile } from "@/components/calls/curl";
import { writeTemplate } from "./template";
import { CodeSample } from "@/components/calls/code-sample";
import { KeyNote } from "@/components/calls/key-note";
import type { KeyUse } from "@/components/calls/read-key-use";
import { Section } from "@/components/section";
import { DEFAULT_LEVEL, levelBounds } from "@/lib/model/answer/level";
import { toleranceOf } from "@/lib/model/answer/confidence";
import { inSentence } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { localeOf } from "@/lib/language/locale";
import { NO_EVIDENCE } from "@/lib/model/answer/predict";
import { noRangeInWords } from "@/components/result/range-sentences";
import type { KeptRows } from "@/lib/service/prediction-log";
import { AddedColumns } from "./added-columns";
import { Batch } from "./batch";
import { WantedColumns } from "./wanted-columns";
import { keptInWords } from "./words";

const LEVELS = [0.5, 0.8, 0.9, 0.95, 0.99];

interface BatchPageProps {
  model: Model;
  origin: string;
  receipts: boolean;
  kept: KeptRows | null;
  keys?: KeyUse;
}

/** A table in, the table with estimates out. */
export function BatchPage({ model, origin, receipts, kept, keys }: BatchPageProps) {
  const { uncertainty, evidence } = model;
  const { target } = model.spec;
  // What counts as near is what training chose.
  const spec = { ...model.spec, target: { ...target, tolerance: toleranceOf(model) } };
  const template = `${spec.id}.csv`;
  const levels = uncertainty ? LEVELS.filter((level) => level <= levelBounds(model).highest) : [];
  return (
    <article>
      <div className="spread pt-10 pb-12 lg:pt-16 lg:pb-16">
        <div className="max-w-[46rem] min-w-0 lg:col-start-2">
          <h1 className="text-title tracking-[-0.035em]">Estimate from a CSV file</h1>
          <p className="mt-5 max-w-[36rem] text-lead text-quiet">
            {spec.title}: a file with a row for each case comes back with the {inSentence(spec.target.label)} of each,
            {uncertainty && " how far off it may be,"} or why there is none.
          </p>
          <p className="mt-4 max-w-[38rem]">{keptInWords(kept)}</p>
          {!uncertainty && <p className="mt-4 max-w-[38rem]">{noRangeInWords(localeOf(spec), NO_EVIDENCE[localeOf(spec)])}</p>}
        </div>
      </div>
      <Batch spec={spec} receipts={receipts} levels={levels} defaultLevel={uncertainty && DEFAULT_LEVEL}>
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(writeTemplate(model))}`}
          download={template}
          className="link inline-flex min-h-11 items-center"
        >
          Download a template
        </a>
      </Batch>
      <Section title="What the file needs">
        <WantedColumns spec={spec} />
      </Section>
      <Section title="What comes back">
        <AddedColumns spec={spec} receipts={receipts} ranged={uncertainty !== null} warned={evidence !== null} />
      </Section>
      <Section title="From a program">
        <p className="mb-8 max-w-[38rem]">
          One request does the same for a file of any size; the answer begins while the file is still being sent. With{" "}
          <span className="font-mono text-small">?receipts=1</span> in the address, a column{" "}
          <span className="font-mono text-small">receipt</span> holds the receipt of each estimate, by which what came
          true can be reported. Monitoring counts the rows either way.
        </p>
        <CodeSample
          id="batch-curl"
          title="curl"
          text={asCurlOfFile(
            `${origin}/api/models/${spec.id}/predict/batch`,
            template,
            `${spec.id}-estimates.csv`,
            keys?.needed,
          )}
        />
        {keys?.needed && <KeyNote keys={keys} />}
      </Section>
    </article>
  );
}
