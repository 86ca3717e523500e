import type { Halted } from "./batch-run";
import { rowsInWords } from "./words";
import { asSentence } from "@/components/words";
import { KeyField } from "./key-field";

const HEADINGS: Record<Halted["cause"], string> = {
  person: "Stopped",
  key: "A key is needed",
  server: "The server cannot go on",
  file: "The file cannot be read any further",
};

/** Why it does not go on, and what a person can do. */
export function Halt({ state, onGoOn }: { state: Halted; onGoOn: (key?: string) => void }) {
  const { cause, detail, progress } = state;
  return (
    <>
      <div role="alert">
        <h3 className="text-lead">{HEADINGS[cause]}</h3>
        {cause !== "person" && (
          <p className="mt-3 max-w-[38rem] border-l-2 border-rust pl-4 wrap-anywhere">{asSentence(detail)}</p>
        )}
        <p className="mt-3 max-w-[38rem] text-small text-quiet">
          {progress.rows > 0 ? `${rowsInWords(progress.rows)} are done and kept below.` : "No row is done yet."}
        </p>
      </div>
      {cause === "key" && <KeyField onKey={onGoOn} />}
      {(cause === "person" || cause === "server") && (
        <button type="button" className="button mt-6 mr-8 cursor-pointer" onClick={() => onGoOn()}>
          Go on
        </button>
      )}
    </>
  );
}
