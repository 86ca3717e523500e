import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { toleranceInWords, toleranceOf } from "@/lib/model/answer/confidence";
import type { Accuracy, Evidence } from "@/lib/model/evidence";
import type { Spec } from "@/lib/model/spec";
import type { Tolerance } from "@/lib/model/spec-shape";
import Link from "next/link";
import { overallAccuracy } from "./sentences";
import { SURE_WORDS } from "./words";

interface Near {
  tolerance: Tolerance;
  shareOf: (errors: Accuracy["baseline"]) => number;
}

/** Where errors have a percentage, these are known of every model. */
const USUAL = [
  { relative: 0.05, shareOf: ({ within5 }: Accuracy["baseline"]) => within5 },
  { relative: 0.1, shareOf: ({ within10 }: Accuracy["baseline"]) => within10 },
  { relative: 0.2, shareOf: ({ within20 }: Accuracy["baseline"]) => within20 },
];

/** The usual tolerances and that of the model, which may be one of them. */
function nearnessOf(tolerance: Tolerance): Near[] {
  const own: Near = { tolerance, shareOf: ({ withinTolerance }) => withinTolerance };
  if (!("relative" in tolerance)) return [own];
  const usual = USUAL.map(({ relative, shareOf }): Near => {
    return { tolerance: { relative }, shareOf: (errors) => shareOf(errors) ?? NaN };
  });
  return USUAL.some(({ relative }) => relative === tolerance.relative) ? usual : [...usual, own];
}

/** How accurate the model is on rows left out, beside always guessing the average of the others. */
export function AccuracyTable({ spec, evidence }: { spec: Spec; evidence: Evidence }) {
  const words = useWords(SURE_WORDS);
  const write = useWriter();
  const { accuracy } = evidence;
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
          {nearnessOf(toleranceOf({ spec, evidence })).map(({ tolerance, shareOf }) => (
            <tr key={JSON.stringify(tolerance)} className="border-t border-rule">
              <th scope="row" className="py-2 text-left font-normal">
                {toleranceInWords(tolerance, spec.target.unit, write.locale)}
              </th>
              <td className="py-2 text-right font-medium">{write.share(shareOf(accuracy))}</td>
              <td className="py-2 text-right text-quiet">{write.share(shareOf(accuracy.baseline))}</td>
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
