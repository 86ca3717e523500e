import { splitNames } from "@/components/import/asked";
import { useWords } from "@/components/language/use-words";
import { Line } from "@/components/line";
import type { DraftAnswer } from "@/lib/api/resources/drafts/schema";
import { useState } from "react";
import { DRAFT_WORDS } from "./draft-words";

interface MissingNamesProps {
  draft: DraftAnswer;
  busy: boolean;
  onNames: (names: string[]) => void;
}

/** The names of inputs that a model file does not have. */
export function MissingNames({ draft, busy, onNames }: MissingNamesProps) {
  const words = useWords(DRAFT_WORDS);
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
        label={words.names}
        hint={words.namesHint(<code className="font-mono">list(X.columns)</code>)}
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
        {words.readWithNames}
      </button>
    </form>
  );
}
