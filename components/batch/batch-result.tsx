import type { Result } from "./batch-run";
import { answerName, bytesInWords, estimatedInWords, rowsInWords } from "./words";
import { Section } from "@/components/section";
import { useFileAddress } from "@/components/use-file-address";
import type { Spec } from "@/lib/model/spec";
import { useEffect, useRef, type ReactNode } from "react";
import { DoubtTable } from "./doubt-table";
import { EstimateFigure } from "./estimate-figure";
import { ReasonTable } from "./reason-table";

interface BatchResultProps {
  spec: Spec;
  file: File;
  /** Of the ranges; null where estimates have none. */
  level: number | null;
  result: Result;
  /** Whether rows are missing. */
  partial?: boolean;
  /** What can be done besides. */
  children?: ReactNode;
}

function Column({ children }: { children: string }) {
  return <span className="font-mono text-small">{children}</span>;
}

/** What came of a file: the file, in words first, then what to look at. */
export function BatchResult({ spec, file, level, result, partial = false, children }: BatchResultProps) {
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
      <Section title={partial ? "Done so far" : "All rows"}>
        <h3 ref={heading} tabIndex={-1} className="text-head tracking-[-0.02em] outline-none">
          {estimatedInWords(summary)}.
        </h3>
        {(without > 0 || extrapolated > 0) && (
          <p className="mt-4 max-w-[38rem]">
            {without > 0 && (
              <>
                {rowsInWords(without)} {without === 1 ? "has none and says" : "have none and say"} why in the column{" "}
                <Column>error</Column>.{" "}
              </>
            )}
            {extrapolated > 0 && (
              <>
                {rowsInWords(extrapolated)} {extrapolated === 1 ? "lies" : "lie"} outside of what the model has learned
                from, as the column <Column>warnings</Column> says: take {extrapolated === 1 ? "that" : "those"} with
                care.
              </>
            )}
          </p>
        )}
        <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
          <a ref={link} download={answerName(file.name)} className="button">
            Download {partial ? "what is done" : "the estimates"}
          </a>
          <span className="text-small wrap-anywhere text-quiet">
            {answerName(file.name)}, {bytesInWords(result.file.size)}
          </span>
        </p>
        {children && <p className="mt-4 text-small">{children}</p>}
      </Section>
      {distribution && (
        <Section title="The estimates">
          <EstimateFigure spec={spec} spread={distribution} count={estimated} />
        </Section>
      )}
      {without > 0 && (
        <Section title="Rows without an estimate">
          <ReasonTable summary={summary} />
        </Section>
      )}
      {summary.doubts.length > 0 && (
        <Section title="To look at first">
          <DoubtTable spec={spec} level={level} doubts={summary.doubts} />
        </Section>
      )}
    </>
  );
}
