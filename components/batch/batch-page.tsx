import { asCurlOfFile } from "@/components/calls/curl";
import { writeTemplate } from "./template";
import { CodeSample } from "@/components/calls/code-sample";
import { KeyNote } from "@/components/calls/key-note";
import type { KeyUse } from "@/components/calls/read-key-use";
import { Section } from "@/components/section";
import { DEFAULT_LEVEL, levelBounds } from "@/lib/model/answer/level";
import { toleranceOf } from "@/lib/model/answer/tolerance";
import { useLocale } from "#locale";
import type { Model } from "@/lib/model/model";
import { NO_EVIDENCE } from "@/lib/model/answer/predict";
import { noRangeInWords } from "@/components/result/range-sentences";
import type { KeptRows } from "@/lib/service/prediction-log";
import { AddedColumns } from "./added-columns";
import { Batch } from "./batch";
import { keptInWords } from "./kept-in-words";
import { labelsOf, type Labels } from "./labels";
import { BATCH_PAGE_WORDS } from "./page-words";
import { WantedColumns } from "./wanted-columns";

const LEVELS = [0.5, 0.8, 0.9, 0.95, 0.99];

interface BatchPageProps {
  model: Model;
  /** What the API calls the inputs, where the model is in another language. */
  labels?: Labels;
  origin: string;
  receipts: boolean;
  kept: KeptRows | null;
  keys?: KeyUse;
}

const code = (text: string) => <code className="font-mono text-small">{text}</code>;

/** The page where a CSV file is estimated. */
export function BatchPage({ model, labels = labelsOf(model.spec), origin, receipts, kept, keys }: BatchPageProps) {
  const locale = useLocale();
  const words = BATCH_PAGE_WORDS[locale];
  const { uncertainty, evidence } = model;
  const { target } = model.spec;
  // Training chose the tolerance.
  const spec = { ...model.spec, target: { ...target, tolerance: toleranceOf(model) } };
  const template = `${spec.id}.csv`;
  const levels = uncertainty ? LEVELS.filter((level) => level <= levelBounds(model).highest) : [];
  return (
    <article>
      <div className="spread pt-10 pb-12 lg:pt-16 lg:pb-16">
        <div className="max-w-[46rem] min-w-0 lg:col-start-2">
          <h1 className="text-title tracking-[-0.035em]">{words.title}</h1>
          <p className="mt-5 max-w-[36rem] text-lead text-quiet">{words.lead(spec.title, uncertainty !== null)}</p>
          {keys?.needed && <p className="mt-4 max-w-[38rem] font-medium">{words.keyNeeded}</p>}
          <p className="mt-4 max-w-[38rem]">{keptInWords(locale, kept)}</p>
          {!uncertainty && <p className="mt-4 max-w-[38rem]">{noRangeInWords(locale, NO_EVIDENCE[locale])}</p>}
        </div>
      </div>
      <Batch
        spec={spec}
        labels={labels}
        receipts={receipts}
        keys={keys}
        levels={levels}
        defaultLevel={uncertainty && DEFAULT_LEVEL}
      >
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(writeTemplate(model))}`}
          download={template}
          className="link inline-flex min-h-11 items-center"
        >
          {words.template}
        </a>
      </Batch>
      <Section title={words.needs.title}>
        <WantedColumns spec={spec} />
      </Section>
      <Section title={words.back.title}>
        <AddedColumns spec={spec} receipts={receipts} ranged={uncertainty !== null} warned={evidence !== null} />
      </Section>
      <Section title={words.program.title}>
        <p className="mb-8 max-w-[38rem]">{words.program.text(code)}</p>
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
