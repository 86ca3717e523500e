import type { Spec } from "@/lib/model/spec";

/** What the model does not know, in its owner's words. */
export function LimitList({ spec }: { spec: Spec }) {
  return (
    <ul className="space-y-2">
      {spec.card.limits.map((limit) => (
        <li key={limit}>{limit}</li>
      ))}
    </ul>
  );
}
