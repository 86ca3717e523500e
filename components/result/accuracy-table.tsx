import { formatShare } from "@/lib/model/format";
import type { Evidence } from "@/lib/model/evidence";
import type { Spec } from "@/lib/model/spec";
import Link from "next/link";
import { overallAccuracy } from "./sentences";

const SHARES = [
  ["within5", "5 %"],
  ["within10", "10 %"],
  ["within20", "20 %"],
] as const;

/** How the model did on rows left out, against always answering the average of the others. */
export function AccuracyTable({ spec, evidence }: { spec: Spec; evidence: Evidence }) {
  const { accuracy } = evidence;
  return (
    <>
      <p className="max-w-[38rem]">{overallAccuracy(evidence)}</p>
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
          {SHARES.map(([key, label]) => (
            <tr key={key} className="border-t border-rule">
              <th scope="row" className="py-2 text-left font-normal">
                {label}
              </th>
              <td className="py-2 text-right font-medium">{formatShare(accuracy[key])}</td>
              <td className="py-2 text-right text-quiet">{formatShare(accuracy.baseline[key])}</td>
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
