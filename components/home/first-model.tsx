import { accuracyInWords } from "@/components/accuracy-measures";
import { ACCURACY_WORDS } from "@/components/accuracy-words";
import { EstimateForm } from "@/components/form/estimate-form";
import { startForm } from "@/components/form/start-form";
import { useWords } from "@/components/language/use-words";
import { readQuery, typedIn } from "@/components/query";
import { localeOf } from "@/lib/language/locale";
import { predict, type Estimated } from "@/lib/model/answer/predict";
import { readForm } from "@/lib/model/inputs/read-form";
import type { Inputs } from "@/lib/model/inputs/value";
import type { Model } from "@/lib/model/model";
import type { Spec } from "@/lib/model/spec";
import Link from "next/link";

/** Inputs that the first page shows at once. */
const MOST_ASKED = 16;

interface FirstModelProps {
  model: Model;
  /** How accurate it is. */
  accuracy: string;
  /** The description for the page's script. */
  spec: Spec;
  query: URLSearchParams;
  token: string;
}

/** The part of an estimate that the page shows. */
function shownOf({ estimate, interval, intervalReason, warnings }: Estimated) {
  return { estimate, interval, intervalReason, warnings };
}

/** The form of the first model, with the estimate beside it for the inputs of the address, or else for typical values. */
export function FirstModel({ model, accuracy, spec, query, token }: FirstModelProps) {
  const words = useWords(ACCURACY_WORDS);
  const { evidence } = model;
  const start = startForm(model, MOST_ASKED);
  const asked = readQuery(spec, query);
  const read =
    Object.keys(asked).length > 0
      ? readForm(model, asked, typedIn(spec, query))
      : readForm(model, start.typical, localeOf(model.spec));
  const inputs: Inputs | null = "faults" in read ? null : read.inputs;
  const prediction = inputs && predict(model, inputs);
  const edges = evidence?.histogram.edges;
  return (
    <section aria-labelledby="first-model">
      <div className="pb-4 lg:pb-8">
        <h2 id="first-model" className="text-lead">
          {spec.title}
        </h2>
        <p className="text-small text-quiet">
          {spec.summary} <span className="lg:hidden">{accuracyInWords(model)}</span>{" "}
          <Link href={`/models/${spec.id}/card`} className="link">
            {words.ask}
          </Link>
        </p>
      </div>
      <EstimateForm
        spec={spec}
        faults={[]}
        start={start}
        live={{
          inputs,
          estimated: prediction && prediction.refusal === null ? shownOf(prediction) : null,
          edges: edges ? [edges[0]!, edges.at(-1)!] : null,
          accuracy,
          token,
        }}
      />
    </section>
  );
}
