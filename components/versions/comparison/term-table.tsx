import { DataTable } from "@/components/chart/data-table";
import { Section } from "@/components/section";
import { asSentence, signedAmount } from "@/components/words";
import type { TermAmount } from "@/lib/linear/term-amounts";
import type { TermDifferences } from "@/lib/judging/term-differences";
import { formatQuantity, listInWords } from "@/lib/model/format";
import { fittedInWords } from "@/lib/model/scale";
import type { Spec } from "@/lib/model/spec";

interface TermTableProps {
  differences: TermDifferences;
  target: Spec["target"];
}

const digits = (value: number) => Number(value.toPrecision(4));
/** "0.31 × 6,000"; a term that a version does not have adds nothing. */
const product = (amount: TermAmount | null) =>
  amount ? `${formatQuantity(digits(amount.coefficient))} × ${formatQuantity(digits(amount.value))}` : "not in it";

/** Where the difference of the two estimates comes from: each coefficient's change times the value of its term. */
export function TermTable({ differences: { terms, encodedOtherwise }, target }: TermTableProps) {
  const unit = target.transform === "identity" ? target.unit : undefined;
  const total = terms.reduce((sum, { amount }) => sum + amount, 0);
  const moved = terms.filter(({ amount }) => amount !== 0);
  if (moved.length === 0) return null;
  const write = (value: number) => signedAmount(Number(value.toPrecision(3)), unit);
  return (
    <Section title="Term by term">
      <p className="max-w-[38rem]">
        What each term adds to the difference: its change of coefficient times its value here. Together they are the
        difference of the estimates{target.transform === "identity" ? "" : ` in ${fittedInWords(target)}`},{" "}
        {write(total)}.
        {encodedOtherwise.length > 0 &&
          ` The versions read the same inputs differently for ${listInWords(encodedOtherwise)}, so the change there is not of the coefficient alone; below is what each input adds by each version.`}
      </p>
      <DataTable
        caption="The difference of the two estimates, term by term"
        wide
        columns={["Term", "Champion", "Challenger", "Difference"]}
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
