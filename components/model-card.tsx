import { batchPath, estimatePath } from "./query";
import { accuracyInWords } from "./accuracy-measures";
import { formatQuantity, inSentence } from "@/lib/model/format";
import { exampleInputs } from "@/lib/model/inputs/example";
import type { Model } from "@/lib/model/model";
import { predict } from "@/lib/model/answer/predict";
import Link from "next/link";
import { useId } from "react";
import { Example } from "./example";

/** What a model answers, with an example of an answer, and how good its answers are. */
export function ModelCard({ model }: { model: Model }) {
  const { spec, evidence } = model;
  const id = useId();
  const inputs = exampleInputs(model);
  const prediction = predict(model, inputs);
  const estimated = prediction.refusal === null;
  return (
    <section aria-labelledby={id} className="spread border-t border-ink pt-6 pb-16 lg:pb-24">
      <div className="text-small">
        <p className="font-medium">{spec.title}</p>
        {evidence && (
          <p className="text-quiet">
            {evidence.calibration ? "Measured on" : "Learned from"} {formatQuantity(evidence.rows)} examples
          </p>
        )}
        <p className="mt-4 hidden text-caption text-quiet lg:block">{spec.card.limits[0]}</p>
      </div>
      <div>
        <h2 id={id} className="max-w-[46rem] text-head tracking-[-0.02em]">
          {spec.summary}
        </h2>
        {estimated && <Example model={model} inputs={inputs} prediction={prediction} />}
        <p className="mt-8">{accuracyInWords(model)}</p>
        <div className="mt-6 flex flex-wrap items-center gap-x-8 gap-y-3">
          <Link href={`/models/${spec.id}`} className="button">
            Estimate the {inSentence(spec.target.label)}
          </Link>
          {estimated && (
            <Link href={estimatePath(spec, inputs)} className="link inline-flex min-h-11 items-center">
              {prediction.contributions ? "See this example explained" : "See this example"}
            </Link>
          )}
          <Link href={`/models/${spec.id}/card`} className="link inline-flex min-h-11 items-center">
            How far to trust it
          </Link>
          <Link href={batchPath(spec)} className="link inline-flex min-h-11 items-center">
            Estimate a whole table
          </Link>
        </div>
      </div>
    </section>
  );
}
