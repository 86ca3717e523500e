import type { Halted } from "./batch-run";
import { rowsInWords } from "./words";
import type { KeyUse } from "@/components/calls/read-key-use";
import { useLocale } from "#locale";
import { KeyField } from "./key-field";
import { RUN_WORDS } from "./run-words";
import { TroubleText } from "./trouble-text";

interface HaltProps {
  state: Halted;
  keys?: KeyUse;
  onGoOn: (key?: string) => void;
}

/** Why a run does not continue, and what the reader can do. */
export function Halt({ state, keys, onGoOn }: HaltProps) {
  const { cause, trouble, progress } = state;
  const locale = useLocale();
  const words = RUN_WORDS[locale];
  return (
    <>
      <div role="alert">
        <h3 className="text-lead">{words.halts[cause]}</h3>
        {cause !== "person" && (
          <p className="mt-3 max-w-[38rem] border-l-2 border-rust pl-4 wrap-anywhere">
            <TroubleText trouble={trouble} />
          </p>
        )}
        <p className="mt-3 max-w-[38rem] text-small text-quiet">
          {progress.rows > 0 ? words.kept(rowsInWords(locale, progress.rows), progress.rows === 1) : words.noRow}
        </p>
      </div>
      {cause === "key" && <KeyField keys={keys} onKey={onGoOn} />}
      {(cause === "person" || cause === "server") && (
        <button type="button" className="button mt-6 mr-8 cursor-pointer" onClick={() => onGoOn()}>
          {words.goOn}
        </button>
      )}
    </>
  );
}
