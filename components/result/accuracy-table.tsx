import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { accuracyMeasures } from "@/components/accuracy-measures";
import { toleranceOf } from "@/lib/model/answer/tolerance";
import type { Evidence } from "@/lib/model/evidence";
import type { Spec } from "@/lib/model/spec";
import Link from "next/link";
import { overallAccuracy } from "./sentences";
import { SURE_WORDS } from "./words";

/** How accurate the model is on rows left out, beside always guessing the average of the others. */
export function AccuracyTable({ spec, evidence }: { spec: Spec; evidence: Evidence }) {
  const words = useWords(SURE_WORDS);
  const write = useWriter();
  const { accuracy } = evidence;
  const shares = accuracyMeasures(toleranceOf({ spec, evidence }), spec.target.unit, write.locale).filter(
    ({ better }) => better === "more",
  );
  return (
    <>
      <p className="max-w-[38rem]">{overallAccuracy(spec, evidence)}</p>
      <table className="mt-6 w-full text-small">
        <caption className="sr-only">{words.caption}</caption>
        <thead>
          <tr className="text-left text-quiet">
            <th className="py-2 font-normal">{words.offBy}</th>
            <th className="py-2 pl-3 text-right font-normal">{words.model}</th>
            <th className="py-2 pl-3 text-right font-normal">{words.average}</th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ name, near, of }) => (
            <tr key={name} className="border-t border-rule">
              <th scope="row" className="py-2 text-left font-normal">
                {near}
              </th>
              <td className="py-2 text-right font-medium">{write.share(of(accuracy))}</td>
              <td className="py-2 text-right text-quiet">{write.share(of(accuracy.baseline))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Link href={`/models/${spec.id}/card`} className="link screen-only mt-5 inline-flex min-h-11 items-center">
        {words.card}
      </Link>
    </>
  );
}
