import type { Verdict } from "./verdict";
import { formatQuantity } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import Link from "next/link";

/** The models by name, each with the way to all that is known of it. */
export function ModelList({ models, verdict: { best } }: { models: Model[]; verdict: Verdict }) {
  return (
    <section aria-label="The models" className="text-small">
      {models.map((model) => {
        const { spec, evidence } = model;
        return (
          <div key={spec.id} className="border-t border-rule py-3 first:border-t-0 lg:first:pt-0">
            <Link
              href={`/models/${spec.id}/card`}
              className="link inline-flex min-h-11 items-center font-medium lg:min-h-0"
            >
              {spec.title}
            </Link>
            <p className="mt-1 text-quiet">
              {model === best && "The more accurate one. "}
              {evidence
                ? `${evidence.calibration ? "Measured on" : "Learned from"} ${formatQuantity(evidence.rows)} examples, asks`
                : "Its accuracy is not known. It asks"}{" "}
              for {formatQuantity(spec.inputs.length)} things.
            </p>
          </div>
        );
      })}
    </section>
  );
}
