import { guessColumns } from "./guess-columns";
import { batchUrl, withDecimal } from "./send-slice";
import type { Start } from "./slices";
import { Section } from "@/components/section";
import { CellEvidence } from "@/lib/csv/cell-evidence";
import type { DecimalMark } from "@/lib/csv/dialect";
import { matchColumns, numberColumns, type ColumnChoice } from "@/lib/model/inputs/columns";
import type { Spec } from "@/lib/model/spec";
import { useMemo, useState } from "react";
import { ColumnFields } from "./column-fields";
import { DecimalField } from "./decimal-field";
import { LevelField } from "./level-field";
import { Preview } from "./preview";
import { ReceiptField } from "./receipt-field";
import { RunSection } from "./run-section";

interface ChosenTableProps {
  spec: Spec;
  levels: number[];
  defaultLevel: number | null;
  file: File;
  start: Start;
  /** Whether receipts can be had here. */
  receipts: boolean;
}

/** A table that was read: which columns it has, what its first rows give, and then all of them. */
export function ChosenTable({ spec, levels, defaultLevel, file, start, receipts }: ChosenTableProps) {
  const { names } = start.header;
  const guesses = useMemo(() => guessColumns(spec, names), [spec, names]);
  const [corrections, setCorrections] = useState<ColumnChoice>({});
  const [level, setLevel] = useState(defaultLevel);
  const [decimal, setDecimal] = useState<DecimalMark>();
  const [key, setKey] = useState("");
  const [wanted, setWanted] = useState(false);
  const [running, setRunning] = useState(false);

  const choice = useMemo(() => ({ ...guesses, ...corrections }), [guesses, corrections]);
  const columns = useMemo(() => matchColumns(spec, names, choice), [spec, names, choice]);
  const complete = columns.every(({ fault }) => fault === null);
  // Each slice is scored by itself, so what the start of the file tells goes with all of them.
  const evidence = useMemo(() => {
    const found = new CellEvidence(start.header, numberColumns(spec, columns));
    found.add(start.block);
    return found;
  }, [spec, start, columns]);
  const { decided, decimalComma } = evidence.decide(decimal);
  const url = withDecimal(batchUrl(spec.id, level, choice), decided ? (decimalComma ? "," : ".") : undefined);

  if (running) {
    return (
      <RunSection
        spec={spec}
        file={file}
        url={batchUrl(spec.id, level, choice, wanted)}
        firstKey={key}
        level={level}
        onLeave={() => setRunning(false)}
      />
    );
  }
  return (
    <>
      <Section title="Its columns">
        <ColumnFields
          header={names}
          columns={columns}
          guesses={guesses}
          changed={Object.keys(corrections)}
          onChange={(name, column) => setCorrections((before) => ({ ...before, [name]: column }))}
        />
      </Section>
      {complete && (
        <Section title="The first rows" wide>
          {evidence.doubt !== undefined && (
            <DecimalField example={evidence.doubt} mark={decimal} onChange={setDecimal} />
          )}
          {level !== null && <LevelField levels={levels} level={level} onChange={setLevel} />}
          <Preview spec={spec} start={start} columns={columns} level={level} url={url} apiKey={key} onKey={setKey}>
            {receipts && <ReceiptField wanted={wanted} onChange={setWanted} />}
            <button
              type="button"
              className="button mt-8 w-full cursor-pointer sm:w-auto"
              onClick={() => setRunning(true)}
            >
              Estimate all rows
            </button>
          </Preview>
        </Section>
      )}
    </>
  );
}
