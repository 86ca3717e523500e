import type { FeatureDrift } from "@/lib/monitoring/report";

/** What an address points at to show the chart of an input, or of the estimate. */
export function slugOf({ of, name }: Pick<FeatureDrift, "of" | "name">): string {
  return of === "estimate" ? "drift-of-estimate" : `drift-${name}`;
}
