import type { Spec } from "@/lib/model/spec";

/** What the model does not know, in its owner's words. */
export function LimitList({ spec: { card } }: { spec: Spec }) {
  return (
    <ul className="space-y-2">
      {card.disclaimer && <li className="border-l-2 border-rust pl-4 font-medium text-ink">{card.disclaimer}</li>}
      {card.limits.map((limit) => (
        <li key={limit}>{limit}</li>
      ))}
    </ul>
  );
}
