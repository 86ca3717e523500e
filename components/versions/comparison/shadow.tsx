import { DataTable } from "@/components/chart/data-table";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { formPath } from "@/components/query";
import { Section } from "@/components/section";
import { asSentence } from "@/components/words";
import type { ShadowSummary } from "@/lib/judging/shadow-summary";
import type { Inputs } from "@/lib/model/inputs/value";
import type { Model } from "@/lib/model/model";
import Link from "next/link";
import { COMPARISON_WORDS } from "./words";

interface ShadowProps {
  shadow: ShadowSummary;
  /** Of the largest differences, by their ids. */
  inputs: Map<string, Inputs>;
  champion: Model;
  challenger: Model;
  /** The address of this page without its query. */
  path: string;
}

/** How far apart both versions are on live predictions, whether their outcomes are known or not. */
export function Shadow({ shadow, inputs, champion, challenger, path }: ShadowProps) {
  const words = useWords(COMPARISON_WORDS);
  const { quantity, signed, date: dateOf, inSentence, list } = useWriter();
  const { unit } = champion.spec.target;
  const known = new Set(champion.spec.inputs.map(({ name }) => name));
  const missing = challenger.spec.inputs.filter(
    ({ name, missing: may }) => !known.has(name) && typeof may !== "object",
  );
  const write = (value: number) => quantity(Number(value.toPrecision(3)), unit);
  return (
    <Section title={words.inShadow}>
      <p className="max-w-[38rem]">
        {asSentence(shadow.detail)}
        {shadow.predictions === 0 && ` ${words.shadow}`}
      </p>
      {missing.length > 0 && (
        <p className="mt-4 max-w-[38rem] text-rust">
          {words.missing(list(missing.map(({ label }) => inSentence(label))))}
        </p>
      )}
      {shadow.largest.length > 0 && (
        <>
          <p className="mt-6 max-w-[38rem]">{words.farthest}</p>
          <DataTable
            caption={words.farthestCaption}
            columns={[words.prediction, words.champion, words.challenger, words.difference]}
            rows={shadow.largest.map(({ id, at, champion: one, challenger: other }) => {
              const entered = inputs.get(id);
              const date = dateOf(at.slice(0, 16));
              return [
                entered ? (
                  <Link key={id} href={`${formPath(champion.spec, entered, { path })}#case`} className="link">
                    {date}
                  </Link>
                ) : (
                  date
                ),
                write(one),
                write(other),
                signed(Number((other - one).toPrecision(3)), unit),
              ];
            })}
          />
        </>
      )}
    </Section>
  );
}
