import { accuracyMeasures } from "@/components/accuracy-measures";
import { toleranceOf } from "@/lib/model/answer/confidence";
import { formatShare } from "@/lib/model/format";
import type { Evidence } from "@/lib/model/evidence";
import type { Spec } from "@/lib/model/spec";
import Link from "next/link";
import { overallAccuracy } from "./sentences";

/** How the model did on rows left out, against always answering the average of the others. */
export function AccuracyTable({ spec, evidence }: { spec: Spec; evidence: Evidence }) {
  const { accuracy } = evidence;
  const shares = accuracyMeasures(toleranceOf({ spec, evidence }), spec.target.unit).filter(
    ({ better }) => better === "more",
  );
  return (
    <>
      <p className="max-w-[38rem]">{overallAccuracy(spec, evidence)}</p>
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
          {shares.map(({ name, near, of }) => (
            <tr key={name} className="border-t border-rule">
              <th scope="row" className="py-2 text-left font-normal">
                {near}
              </th>
              <td className="py-2 text-right font-medium">{formatShare(of(accuracy))}</td>
              <td className="py-2 text-right text-quiet">{formatShare(of(accuracy.baseline))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Link href={`/models/${spec.id}/card`} className="link screen-only mt-5 inline-flex min-h-11 items-center">
        How accurate is it?
      </Link>
    </>
  );
}
