import { useLocale } from "#locale";
import { isDefaultTolerance, toleranceInWords } from "@/lib/model/answer/tolerance";
import { writerOf } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";
import { BATCH_PAGE_WORDS } from "./page-words";

interface AddedColumnsProps {
  spec: Spec;
  /** Whether the estimates of the model have a range. */
  ranged: boolean;
  /** Whether receipts can be had here. */
  receipts: boolean;
  /** Whether the model knows its training data. */
  warned: boolean;
}

/** The columns of the file that comes back. */
export function AddedColumns({ spec: { target }, ranged, receipts, warned }: AddedColumnsProps) {
  const locale = useLocale();
  const words = BATCH_PAGE_WORDS[locale].back;
  const write = writerOf(locale);
  const near = toleranceInWords(target.tolerance, target.unit, locale);
  const columns = [
    ["estimate", words.estimate(write.inSentence(target), target.unit && write.unit(target.unit))],
    ["low, high", ranged ? words.range : words.noRange],
    [
      isDefaultTolerance(target.tolerance) ? "within_10" : "within_tolerance",
      ranged ? words.near(near) : words.noRange,
    ],
    ["warnings", warned ? words.warnings : words.noWarnings],
    ["error", words.error],
    ...(receipts ? [["receipt", words.receipt] as const] : []),
  ] as const;
  return (
    <>
      <p className="max-w-[38rem]">{words.rows}</p>
      <dl className="mt-6 text-small">
        {columns.map(([name, meaning]) => (
          <div key={name} className="grid gap-x-6 border-t border-rule py-2 sm:grid-cols-[8rem_minmax(0,1fr)]">
            <dt className="font-mono">
              <code>{name}</code>
            </dt>
            <dd className="text-quiet">{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 max-w-[38rem] text-small text-quiet">{words.apostrophe}</p>
    </>
  );
}
