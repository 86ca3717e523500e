import { readAccess } from "@/components/admin/session";
import { readKeyRule } from "@/lib/service/api-keys";
import { isModelShown } from "@/lib/service/shown-model";
import { NoStoreError } from "@/lib/store/faults";
import type { Exports } from "./take-away";

/** Who gets exports, for the person who looks at the page. Rules that cannot be read now are taken for the strict ones. */
export async function readExports(): Promise<Exports> {
  if ((await readAccess().catch(() => "out")) === "in") return "open";
  if (!isModelShown("key")) return "not shown";
  if (!isModelShown("anybody")) return "with a key";
  const rule = await readKeyRule().catch((error) => ({ needed: !(error instanceof NoStoreError) }));
  return rule.needed ? "with a key" : "open";
}
