import { accuracyMeasures, typicalError, typicalErrorOf } from "@/components/accuracy-measures";
import { toleranceOf } from "@/lib/model/answer/confidence";
import { formatQuantity, formatShare } from "@/lib/model/format";
import type { Evidence } from "@/lib/model/evidence";
import type { Spec } from "@/lib/model/spec";
import Link from "next/link";

/** How the model did on examples it had not seen, against always answering the average of the others. */
export function AccuracyTable({ spec, evidence }: { spec: Spec; evidence: Evidence }) {
  const { accuracy, rows } = evidence;
  const model = { spec, evidence };
  const { unit } = spec.target;
  const shares = accuracyMeasures(toleranceOf(model), unit).filter(({ better }) => better === "more");
  return (
    <>
      <p className="max-w-[38rem]">
        Each of the {formatQuantity(rows)} examples was taken out in turn and estimated from the others. Half of these
        estimates were within {typicalErrorOf(model, evidence)} of the truth. Always answering the average would have
        been within {typicalError(model, accuracy.baseline).text}.
      </p>
      <table className="mt-6 w-full text-small">
        <caption className="sr-only">Share of estimates near the truth</caption>
        <thead>
          <tr className="text-left text-quiet">
            <th className="py-2 font-normal">Estimates off by at most</th>
            <th className="py-2 pl-3 text-right font-normal">This model</th>
            <th className="py-2 pl-3 text-right font-normal">The average</th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ name, of }) => (
            <tr key={name} className="border-t border-rule">
              <th scope="row" className="py-2 text-left font-normal">
                {name.replace("Off by at most ", "")}
              </th>
              <td className="py-2 text-right font-medium">{formatShare(of(accuracy))}</td>
              <td className="py-2 text-right text-quiet">{formatShare(of(accuracy.baseline))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Link href={`/models/${spec.id}/card`} className="link screen-only mt-5 inline-flex min-h-11 items-center">
        How far to trust this model
      </Link>
    </>
  );
}
