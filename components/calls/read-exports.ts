import { READERS, readAccess } from "@/components/admin/session";
import { isModelShown } from "@/lib/service/shown-model";
import type { Exports } from "./export-model";
import { readKeyUse } from "./read-key-use";

/** Who gets exports, for the person who looks at the page. Rules that cannot be read now are taken for the strict ones. */
export async function readExports(): Promise<Exports> {
  if ((await readAccess(READERS).catch(() => "out")) === "in") return "open";
  if (!isModelShown("key")) return "not shown";
  if (!isModelShown("anybody")) return "with a key";
  return (await readKeyUse()).needed ? "with a key" : "open";
}
