import type { Result } from "./batch-run";
import { answerName, bytesInWords, rowsInWords } from "./words";
import { useLocale } from "#locale";
import { Section } from "@/components/section";
import { useFileAddress } from "@/components/use-file-address";
import type { Spec } from "@/lib/model/spec";
import { useEffect, useRef, type ReactNode } from "react";
import { DoubtTable } from "./doubt-table";
import { EstimateFigure } from "./estimate-figure";
import type { Labels } from "./labels";
import { ReasonTable } from "./reason-table";
import { RESULT_WORDS } from "./result-words";
import { estimatedInWords } from "./sentences";

interface BatchResultProps {
  spec: Spec;
  labels: Labels;
  file: File;
  /** Of the ranges; null where estimates have none. */
  level: number | null;
  result: Result;
  /** Whether rows are missing. */
  partial?: boolean;
  /** What can be done besides. */
  children?: ReactNode;
}

const column = (name: string) => <code className="font-mono text-small">{name}</code>;

/** The result of a file: a sentence, the file to download, then the estimates and the rows to check. */
export function BatchResult(props: BatchResultProps) {
  const { spec, labels, file, level, result, partial = false, children } = props;
  const locale = useLocale();
  const words = RESULT_WORDS[locale];
  const { summary } = result;
  const { rows, estimated, extrapolated, distribution } = summary;
  const link = useFileAddress(result.file);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!partial) heading.current?.focus();
  }, [partial]);
  const without = rows - estimated;
  return (
    <>
      <Section title={partial ? words.partial : words.title}>
        <h3 ref={heading} tabIndex={-1} className="text-head tracking-[-0.02em] outline-none">
          {estimatedInWords(locale, summary)}
        </h3>
        {(without > 0 || extrapolated > 0) && (
          <p className="mt-4 max-w-[38rem]">
            {without > 0 && <>{words.without(rowsInWords(locale, without), without === 1, column)} </>}
            {extrapolated > 0 && words.outside(rowsInWords(locale, extrapolated), extrapolated === 1, column)}
          </p>
        )}
        <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
          <a ref={link} download={answerName(file.name)} className="button">
            {partial ? words.downloadPart : words.download}
          </a>
          <span className="text-small wrap-anywhere text-quiet">
            {answerName(file.name)}, {bytesInWords(result.file.size, locale)}
          </span>
        </p>
        {children && <p className="mt-4 text-small">{children}</p>}
      </Section>
      {distribution && (
        <Section title={words.estimates}>
          <EstimateFigure spec={spec} spread={distribution} count={estimated} />
        </Section>
      )}
      {without > 0 && (
        <Section title={words.reasonsTitle}>
          <ReasonTable spec={spec} labels={labels} summary={summary} />
        </Section>
      )}
      {summary.doubts.length > 0 && (
        <Section title={words.doubtsTitle}>
          <DoubtTable spec={spec} labels={labels} level={level} doubts={summary.doubts} />
        </Section>
      )}
    </>
  );
}
