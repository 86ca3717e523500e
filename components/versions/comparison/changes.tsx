import { DataTable } from "@/components/chart/data-table";
import { Section } from "@/components/section";
import { asSentence } from "@/components/words";
import type { VersionChanges } from "@/lib/judging/version-changes";
import { formatQuantity } from "@/lib/model/format";

const NOTHING = "—";
const label = (words: string) => asSentence(words).slice(0, -1);
const number = (value: number | null) => (value === null ? NOTHING : formatQuantity(Number(value.toPrecision(4))));

/** What the version says and does otherwise than the champion. */
export function Changes({ changes: { description, coefficients, figures } }: { changes: VersionChanges }) {
  const moved = coefficients.filter(({ before, after }) => before !== after);
  return (
    <Section title="What changed">
      <p className="max-w-[38rem]">
        {description.length === 0
          ? "The description is the same."
          : `The description differs in ${description.length === 1 ? "one place" : `${description.length} places`}.`}{" "}
        {coefficients.length > 0 &&
          (moved.length === 0
            ? "No coefficient differs."
            : `${moved.length} of ${coefficients.length} coefficients differ.`)}
      </p>
      {description.length > 0 && (
        <DataTable
          caption="What differs in the description"
          columns={["Description", "Champion", "Challenger"]}
          rows={description.map(({ subject, before, after }) => [label(subject), before ?? NOTHING, after ?? NOTHING])}
        />
      )}
      <DataTable
        caption="Accuracy on rows left out"
        columns={["On rows left out", "Champion", "Challenger"]}
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
            caption="Coefficients that differ, on the scale of the fit"
            columns={["Coefficient", "Champion", "Challenger", "Standard errors apart"]}
            rows={moved.map(({ words, before, after, errors }) => [
              label(words),
              number(before),
              number(after),
              errors === null ? NOTHING : formatQuantity(Number(errors.toFixed(1))),
            ])}
          />
          <p className="mt-3 text-caption text-quiet">
            Coefficients are on the scale of the fit. Beyond two standard errors, chance is seldom the reason.
          </p>
        </>
      )}
    </Section>
  );
}
