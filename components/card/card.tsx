import { Section } from "@/components/section";
import type { Model } from "@/lib/model/model";
import type { ReactNode } from "react";
import { Accuracy } from "./accuracy";
import { Calibration } from "./calibration";
import { Coefficients } from "./coefficients";
import { Coverage } from "./coverage";
import { Data } from "./data";
import { ErrorShape } from "./error-shape";
import { ErrorsByInput } from "./errors-by-input";
import { ErrorsByEstimate } from "./errors-by-estimate";
import { EstimatesAgainstTruth } from "./estimates-against-truth";
import { FaultList } from "./fault-list";
import { FitFigures } from "./fit-figures";
import { InfluentialRows } from "./influential-rows";
import { CardLimits } from "./card-limits";
import { Purpose } from "./purpose";
import { RatioStudy } from "./ratio-study";
import { Segments } from "./segments";

const SECTIONS: { anchor: string; title: string; Part: (props: { model: Model }) => ReactNode }[] = [
  { anchor: "data", title: "What it learned from", Part: Data },
  { anchor: "accuracy", title: "How accurate it is", Part: Accuracy },
  { anchor: "figures", title: "The fit in figures", Part: FitFigures },
  { anchor: "faults", title: "What is wrong with it", Part: FaultList },
  { anchor: "coefficients", title: "What it has learned", Part: Coefficients },
  { anchor: "truth", title: "Estimates against the truth", Part: EstimatesAgainstTruth },
  { anchor: "errors", title: "Errors along the estimate", Part: ErrorsByEstimate },
  { anchor: "shape", title: "The shape of the errors", Part: ErrorShape },
  { anchor: "inputs", title: "Errors along each input", Part: ErrorsByInput },
  { anchor: "ranges", title: "Do its ranges hold?", Part: Coverage },
  { anchor: "chances", title: "Do its chances hold?", Part: Calibration },
  { anchor: "ratios", title: "The assessors’ test", Part: RatioStudy },
  { anchor: "segments", title: "Whom it serves better", Part: Segments },
  { anchor: "influence", title: "Rows it leans on", Part: InfluentialRows },
  { anchor: "limits", title: "What this card cannot say", Part: CardLimits },
];

/** Everything that is known of a model, what matters to a person before what matters to a statistician. */
export function Card({ model }: { model: Model }) {
  const { spec } = model;
  return (
    <article>
      <div className="spread pt-8 pb-14 lg:pt-14 lg:pb-20">
        <div className="max-w-[46rem] min-w-0 lg:order-last print:col-start-2">
          <h1>
            <span className="block text-head">How far to trust</span>
            <span className="-ml-[0.04em] block text-title tracking-[-0.035em]">{spec.title}</span>
          </h1>
          <p className="mt-5 max-w-[36rem] text-lead text-quiet">{spec.summary}</p>
          <Purpose model={model} />
        </div>
        <nav aria-label="On this page" className="screen-only text-small">
          <ul className="grid grid-cols-2 gap-x-4 lg:grid-cols-1">
            {SECTIONS.map(({ anchor, title }) => (
              <li key={anchor}>
                <a href={`#${anchor}`} className="flex min-h-11 items-center hover:text-accent lg:min-h-8">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {SECTIONS.map(({ anchor, title, Part }) => (
        <Section key={anchor} anchor={anchor} title={title}>
          <Part model={model} />
        </Section>
      ))}
    </article>
  );
}
