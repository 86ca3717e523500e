import { DataTable } from "@/components/chart/data-table";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { Section } from "@/components/section";
import { asSentence } from "@/components/words";
import type { VersionChanges } from "@/lib/judging/version-changes";
import { COMPARISON_WORDS } from "./words";

const NOTHING = "—";
const label = (words: string) => asSentence(words).slice(0, -1);

interface ChangesProps {
  changes: VersionChanges;
  /** The scales of both fits, where coefficients cannot be compared. */
  scales: [string, string] | null;
}

/** How the version differs from the champion. */
export function Changes({ changes: { description, coefficients, figures }, scales }: ChangesProps) {
  const words = useWords(COMPARISON_WORDS);
  const { quantity, count } = useWriter();
  const names = [words.champion, words.challenger];
  const number = (value: number | null) => (value === null ? NOTHING : quantity(Number(value.toPrecision(4))));
  const moved = scales ? [] : coefficients.filter(({ before, after }) => before !== after);
  return (
    <Section title={words.changed}>
      <p className="max-w-[38rem]">
        {description.length === 0
          ? words.sameDescription
          : words.otherDescription(count(description.length, words.place, words.places))}{" "}
        {scales && words.otherScales(scales.join(", "))}
        {!scales &&
          coefficients.length > 0 &&
          (moved.length === 0
            ? words.sameCoefficients
            : words.otherCoefficients(quantity(moved.length), quantity(coefficients.length)))}
      </p>
      {description.length > 0 && (
        <DataTable
          caption={words.descriptionCaption}
          // They are texts: a phone shows them side by side under the name of the part.
          wide
          double={names}
          columns={[words.description, ...names]}
          rows={description.map(({ subject, before, after }) => [
            label(subject),
            ...[before, after].map((text, index) => (
              <span key={index} className="whitespace-normal wrap-anywhere">
                {text ?? NOTHING}
              </span>
            )),
          ])}
        />
      )}
      <DataTable
        caption={words.heldOutCaption}
        columns={[words.heldOut, ...names]}
        rows={figures.map(({ subject, before, after, better }) => [
          subject,
          <span key="before" className={better === "before" ? "font-medium" : ""}>
            {before ?? NOTHING}
          </span>,
          <span key="after" className={better === "after" ? "font-medium" : ""}>
            {after ?? NOTHING}
          </span>,
        ])}
      />
      {moved.length > 0 && (
        <>
          <DataTable
            caption={words.coefficientsCaption}
            columns={[words.coefficient, ...names, words.standardErrors]}
            rows={moved.map(({ words, before, after, errors }) => [
              label(words),
              number(before),
              number(after),
              errors === null ? NOTHING : quantity(Number(errors.toFixed(1))),
            ])}
          />
          <p className="mt-3 text-caption text-quiet">{words.scale}</p>
        </>
      )}
    </Section>
  );
}
