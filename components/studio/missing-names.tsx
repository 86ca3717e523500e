import { splitNames } from "@/components/import/asked";
import { Line } from "@/components/line";
import type { DraftAnswer } from "@/lib/api/resources/drafts/schema";
import { useState } from "react";

interface MissingNamesProps {
  draft: DraftAnswer;
  busy: boolean;
  onNames: (names: string[]) => void;
}

/** The names of inputs that a model file does not have. */
export function MissingNames({ draft, busy, onNames }: MissingNamesProps) {
  const [text, setText] = useState(draft.options.names?.join("\n") ?? "");
  if (!draft.fault?.pointer?.includes("names")) return null;
  return (
    <form
      className="mt-6"
      onSubmit={(event) => {
        event.preventDefault();
        onNames(splitNames(text));
      }}
    >
      <Line
        id="studio-names"
        label="Names of the inputs"
        hint="In the order of the training table, one on each line, or as list(X.columns) prints them"
      >
        {(described) => (
          <span className="field block">
            <textarea
              {...described}
              rows={6}
              value={text}
              spellCheck={false}
              onChange={(event) => setText(event.target.value)}
              className="w-full bg-transparent px-4 py-3 font-mono text-small outline-none"
            />
          </span>
        )}
      </Line>
      <button className="button cursor-pointer" disabled={busy || splitNames(text).length === 0}>
        Read it with these names
      </button>
    </form>
  );
}
