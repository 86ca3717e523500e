import { DataTable } from "@/components/chart/data-table";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { Section } from "@/components/section";
import { asSentence } from "@/components/words";
import type { TermAmount } from "@/lib/linear/term-amounts";
import type { TermDifferences } from "@/lib/judging/term-differences";
import type { Spec } from "@/lib/model/spec";
import { COMPARISON_WORDS } from "./words";

interface TermTableProps {
  differences: TermDifferences;
  target: Spec["target"];
}

const digits = (value: number) => Number(value.toPrecision(4));

/** The difference of the two estimates by term: each coefficient's change times the value of its term. */
export function TermTable({ differences: { terms, encodedOtherwise }, target }: TermTableProps) {
  const words = useWords(COMPARISON_WORDS);
  const { quantity, signed, list } = useWriter();
  const unit = target.transform === "identity" ? target.unit : undefined;
  const total = terms.reduce((sum, { amount }) => sum + amount, 0);
  const moved = terms.filter(({ amount }) => amount !== 0);
  if (moved.length === 0) return null;
  const write = (value: number) => signed(Number(value.toPrecision(3)), unit);
  /** "0.31 × 6,000"; a term that a version does not have adds nothing. */
  const product = (amount: TermAmount | null) =>
    amount ? `${quantity(digits(amount.coefficient))} × ${quantity(digits(amount.value))}` : words.notInIt;
  return (
    <Section title={words.termByTerm}>
      <p className="max-w-[38rem]">
        {words.terms(write(total), target.transform !== "identity")}
        {encodedOtherwise.length > 0 && ` ${words.readOtherwise(list(encodedOtherwise))}`}
      </p>
      <DataTable
        caption={words.termsCaption}
        wide
        columns={[words.term, words.champion, words.challenger, words.difference]}
        rows={moved.map(({ term, words, champion, challenger, amount }) => [
          asSentence(words).slice(0, -1),
          <span key={`${term} champion`} className={champion ? "" : "text-quiet"}>
            {product(champion)}
          </span>,
          <span key={`${term} challenger`} className={challenger ? "" : "text-quiet"}>
            {product(challenger)}
          </span>,
          <span key={`${term} amount`} className={amount < 0 ? "text-rust" : "text-accent"}>
            {write(amount)}
          </span>,
        ])}
      />
    </Section>
  );
}
