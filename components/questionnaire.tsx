import { accuracyInWords } from "./accuracy-measures";
import { ACCURACY_WORDS } from "./accuracy-words";
import { useWords } from "./language/use-words";
import { useWriter } from "./language/use-writer";
import type { Model } from "@/lib/model/model";
import Link from "next/link";
import type { ReactNode } from "react";
import { Disclaimer, LimitList } from "./limit-list";

/** The page of a model's form, around the form. */
export function Questionnaire({ model, children }: { model: Model; children: ReactNode }) {
  const { spec, evidence, publishedAt } = model;
  const words = useWords(ACCURACY_WORDS);
  const write = useWriter();
  return (
    <>
      <div className="spread pt-6 pb-8 lg:pt-10 lg:pb-10">
        <div className="lg:col-start-2">
          <h1 className="text-title tracking-[-0.035em]">{spec.title}</h1>
          <p className="mt-5 max-w-[36rem] text-lead text-quiet">{spec.summary}</p>
          <p className="mt-3 max-w-[36rem] text-small text-quiet">
            {accuracyInWords(model)}{" "}
            <Link href={`/models/${spec.id}/card`} className="link screen-only">
              {words.ask}
            </Link>
          </p>
          <Disclaimer spec={spec} />
        </div>
      </div>
      <div className="spread">
        <div className="order-last space-y-8 border-t border-rule pt-5 text-small text-quiet lg:order-none">
          {(evidence || publishedAt) && (
            <p>
              {evidence && (evidence.calibration ? words.measured(evidence.rows) : words.trained(evidence.rows))}{" "}
              {publishedAt && words.published(write.date(publishedAt.slice(0, 10)))}{" "}
              {evidence && (
                <Link href={`/models/${spec.id}/card#data`} className="link screen-only">
                  {words.source}
                </Link>
              )}
            </p>
          )}
          <LimitList spec={spec} />
        </div>
        <div className="max-w-[46rem] min-w-0">{children}</div>
      </div>
    </>
  );
}
