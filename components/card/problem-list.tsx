import { asSentence } from "@/components/words";
import { useWriter } from "@/components/language/use-writer";
import type { Model } from "@/lib/model/model";
import type { Problem } from "@/lib/judging/findings";
import { Fragment } from "react";
import { problemsIntroduction, problemsInWords } from "./sentences";

/** What an address points at to show a problem. */
const problemAnchor = (code: Problem["code"]) => `problem-${code.replaceAll("_", "-")}`;

/** Whether there is anything that checks can be made of. */
const isChecked = ({ evidence, predictor }: Model) => Boolean(evidence || predictor.inference);

/** How many problems there are, with a link to each. */
export function ProblemsInShort({ model, problems }: { model: Model; problems: Problem[] }) {
  const { locale } = useWriter();
  const checked = isChecked(model);
  return (
    <p className="mt-2 text-lead">
      {problemsInWords(locale, checked, problems.length)}
      {checked &&
        problems.map(({ code, title }, index) => (
          <Fragment key={code}>
            {" "}
            <a href={`#${problemAnchor(code)}`} className="link">
              {title.charAt(0).toLowerCase() + title.slice(1)}
            </a>
            {index < problems.length - 1 ? ";" : "."}
          </Fragment>
        ))}
    </p>
  );
}

/** The problems of a model: what each means, and what was found. */
export function ProblemList({ model, problems }: { model: Model; problems: Problem[] }) {
  const { locale } = useWriter();
  return (
    <>
      <p className="max-w-[38rem] text-lead">{problemsIntroduction(locale, isChecked(model), problems.length)}</p>
      <ol className="mt-8 max-w-[38rem] space-y-7">
        {problems.map(({ code, title, detail, meaning }) => (
          <li key={code} id={problemAnchor(code)} className="border-l-2 border-rust pl-5">
            <h3 className="font-medium text-rust">{title}</h3>
            <p className="mt-1">{asSentence(meaning)}</p>
            <p className="mt-1 text-small text-quiet">{asSentence(detail)}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
