import { asSentence } from "@/components/words";
import type { Model } from "@/lib/model/model";
import type { Fault } from "@/lib/judging/findings";
import { findingsIntroduction } from "./sentences";

/** What is wrong with the model, said plainly: what it means, and what was found. */
export function FaultList({ model: { evidence, predictor }, faults }: { model: Model; faults: Fault[] }) {
  return (
    <>
      <p className="max-w-[38rem] text-lead">
        {findingsIntroduction(Boolean(evidence || predictor.inference), faults.length)}
      </p>
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
