import { asSentence, countInWords } from "@/components/words";
import type { Model } from "@/lib/model/model";
import { findFaults } from "@/lib/judging/findings";

function introduction({ evidence, predictor }: Model, count: number): string {
  if (!evidence && !predictor.inference)
    return "Without rows with known outcomes, none of the checks on this page can be made.";
  if (count === 0) return "None of the checks on this page finds a fault, which is no proof that there is none.";
  return asSentence(
    `${count === 1 ? "one thing is" : `${countInWords(count)} things are`} wrong with this model, what matters most to a person first`,
  );
}

/** What is wrong with the model, said plainly: what it means, and what was found. */
export function FaultList({ model }: { model: Model }) {
  const faults = findFaults(model);
  return (
    <>
      <p className="max-w-[38rem] text-lead">{introduction(model, faults.length)}</p>
      <ol className="mt-8 max-w-[38rem] space-y-7">
        {faults.map(({ code, title, detail, meaning }) => (
          <li key={code} className="border-l-2 border-rust pl-5">
            <h3 className="font-medium text-rust">{title}</h3>
            <p className="mt-1">{asSentence(meaning)}</p>
            <p className="mt-1 text-small text-quiet">{asSentence(detail)}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
