import { useWords } from "@/components/language/use-words";
import { KEY_VARIABLE } from "./key-variable";
import type { KeyUse } from "./read-key-use";
import { linkTo } from "@/components/text-link";
import { CALLS_WORDS } from "./words";

/** That a key is needed, where it comes from, and where to put it. */
export function KeyNote({ keys, what = "calls" }: { keys: Pick<KeyUse, "created">; what?: "calls" | "exports" }) {
  const words = useWords(CALLS_WORDS);
  return (
    <p className="mt-3 max-w-[38rem] text-small">
      {what === "calls" ? words.callsNeedKey : words.exportsNeedKey}{" "}
      {keys.created ? words.ownerCreatesKey(linkTo("/admin/keys")("/admin/keys")) : words.operatorHasKey}{" "}
      {words.putKey(<span className="font-mono">{KEY_VARIABLE}</span>)}
    </p>
  );
}
