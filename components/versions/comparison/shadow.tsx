import { DataTable } from "@/components/chart/data-table";
import { formPath } from "@/components/query";
import { Section } from "@/components/section";
import { asSentence, signedAmount } from "@/components/words";
import type { ShadowSummary } from "@/lib/judging/shadow-summary";
import { formatDate, formatQuantity, inSentence, listInWords } from "@/lib/model/format";
import type { Inputs } from "@/lib/model/inputs/value";
import type { Model } from "@/lib/model/model";
import Link from "next/link";

interface ShadowProps {
  shadow: ShadowSummary;
  /** Of the largest differences, by their ids. */
  inputs: Map<string, Inputs>;
  champion: Model;
  challenger: Model;
  /** The address of this page without its query. */
  path: string;
}

/** How far apart the two are on live predictions, of which no outcome needs to be known. */
export function Shadow({ shadow, inputs, champion, challenger, path }: ShadowProps) {
  const { unit } = champion.spec.target;
  const known = new Set(champion.spec.inputs.map(({ name }) => name));
  const missing = challenger.spec.inputs.filter(
    ({ name, missing: may }) => !known.has(name) && typeof may !== "object",
  );
  const write = (value: number) => formatQuantity(Number(value.toPrecision(3)), unit);
  return (
    <Section title="In shadow">
      <p className="max-w-[38rem]">
        {asSentence(shadow.detail)}
        {shadow.predictions === 0 &&
          " A challenger answers live predictions behind the champion’s answers; nobody is shown what it answers."}
      </p>
      {missing.length > 0 && (
        <p className="mt-4 max-w-[38rem] text-rust">
          The challenger asks for {listInWords(missing.map(({ label }) => inSentence(label)))}, which the champion does
          not, so it cannot answer live predictions.
        </p>
      )}
      {shadow.largest.length > 0 && (
        <>
          <p className="mt-6 max-w-[38rem]">They are farthest apart here:</p>
          <DataTable
            caption="The largest differences in shadow"
            columns={["Prediction", "Champion", "Challenger", "Difference"]}
            rows={shadow.largest.map(({ id, at, champion: one, challenger: other }) => {
              const entered = inputs.get(id);
              const date = formatDate(at.slice(0, 16));
              return [
                entered ? (
                  <Link key={id} href={`${formPath(champion.spec, entered, path)}#case`} className="link">
                    {date}
                  </Link>
                ) : (
                  date
                ),
                write(one),
                write(other),
                signedAmount(Number((other - one).toPrecision(3)), unit),
              ];
            })}
          />
        </>
      )}
    </Section>
  );
}
