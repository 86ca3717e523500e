import type { Spec } from "@/lib/model/spec";

/** The limits of the model, in the words of its owner. */
export function LimitList({ spec: { card } }: { spec: Spec }) {
  return (
    <ul className="space-y-2">
      {card.limits.map((limit) => (
        <li key={limit}>{limit}</li>
      ))}
    </ul>
  );
}

/** What the estimate must never be used for, where the owner gives that. */
export function Disclaimer({ spec: { card } }: { spec: Spec }) {
  if (!card.disclaimer) return null;
  return <p className="my-4 max-w-[36rem] border-l-2 border-rust pl-4 font-medium text-ink">{card.disclaimer}</p>;
}
