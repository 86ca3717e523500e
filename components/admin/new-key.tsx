import { CodeBox } from "@/components/calls/code-box";
import { asCurl } from "@/components/calls/curl";
import { CopyButton } from "@/components/copy-button";
import { useWords } from "@/components/language/use-words";
import type { Scope } from "@/lib/service/known-keys";
import { exampleInputs } from "@/lib/model/inputs/example";
import type { Model } from "@/lib/model/model";
import { KEYS_WORDS } from "./keys-words";

/** A call that the key allows, ready to run: a prediction, or what the key may read. */
export function callWith(key: string, scopes: string[], { origin, model }: { origin: string; model: Model }): string {
  const api = `${origin}/api/models/${model.spec.id}`;
  const header = `--header 'authorization: Bearer ${key}'`;
  const has = (scope: Scope) => scopes.includes(scope);
  if (has("review")) return `curl ${api}/proposals \\\n  ${header}`;
  if (!has("predict")) return `curl ${api}/${has("publish") ? "versions" : "monitoring"} \\\n  ${header}`;
  const [first, ...others] = asCurl(`${api}/predict`, exampleInputs(model)).split("\n");
  return [first, `  ${header} \\`, ...others].join("\n");
}

export interface NewKeyProps {
  value: string;
  scopes: string[];
  /** Where the key works, and a model to call; none where no model is served. */
  place: { origin: string; model: Model } | undefined;
}

/** A new key, which is shown for a minute only, with a call to try it. */
export function NewKey({ value, scopes, place }: NewKeyProps) {
  const words = useWords(KEYS_WORDS);
  return (
    <div className="mb-10 border-l-2 border-accent pl-5">
      <div role="status">
        <p className="text-lead">{words.madeKey}</p>
        <p id="new-key" className="mt-3 font-mono text-small wrap-anywhere">
          {value}
        </p>
      </div>
      <CopyButton of="new-key">{words.copyKey}</CopyButton>
      {place && (
        <>
          <p className="mt-5 mb-2">{words.try}</p>
          <CodeBox id="new-key-call" label={words.call} text={callWith(value, scopes, place)} />
          <CopyButton of="new-key-call">{words.copyCall}</CopyButton>
        </>
      )}
    </div>
  );
}
