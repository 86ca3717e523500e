import { localeOf } from "@/lib/language/locale";
import { figuresInWords } from "@/components/versions/sentences";
import { asSentence } from "@/components/words";
import { findProblems } from "@/lib/judging/findings";
import type { Model } from "@/lib/model/model";
import { figuresOf } from "@/lib/registry/outline";

/** How accurate the model of a draft is, and what is wrong with it, as its card says. */
export function Verdict({ model }: { model: Model }) {
  const { target } = model.spec;
  const problems = findProblems(model);
  return (
    <>
      <p className="max-w-[38rem] text-lead">
        {figuresInWords(localeOf(model.spec), { target, figures: figuresOf(model) })}
      </p>
      {problems.length > 0 && (
        <ul className="mt-4 max-w-[38rem] space-y-2 border-l-2 border-rust pl-5">
          {problems.map(({ code, title, meaning }) => (
            <li key={code}>
              <span className="font-medium">{asSentence(title)}</span> {asSentence(meaning)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
