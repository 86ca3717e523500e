import { useWords } from "@/components/language/use-words";
import { guessColumns } from "./guess-columns";
import { columnsByLabel, matchAsApi, type Labels } from "./labels";
import { batchUrl, withDecimal } from "./send-slice";
import type { Start } from "./slices";
import type { KeyUse } from "@/components/calls/read-key-use";
import { Section } from "@/components/section";
import { CellEvidence } from "@/lib/csv/cell-evidence";
import type { DecimalMark } from "@/lib/csv/dialect";
import { numberColumns, type ColumnChoice } from "@/lib/model/inputs/columns";
import type { Spec } from "@/lib/model/spec";
import { useMemo, useState } from "react";
import { ColumnFields } from "./column-fields";
import { DecimalField } from "./decimal-field";
import { LevelField } from "./level-field";
import { Preview } from "./preview";
import { ReceiptField } from "./receipt-field";
import { RunSection } from "./run-section";
import { TABLE_WORDS } from "./table-words";

interface ChosenTableProps {
  spec: Spec;
  labels: Labels;
  levels: number[];
  defaultLevel: number | null;
  file: File;
  start: Start;
  /** Whether receipts can be had here. */
  receipts: boolean;
  keys?: KeyUse;
}

/** A table that was read: its columns, the estimates of its first rows, and then all of them. */
export function ChosenTable({ spec, labels, levels, defaultLevel, file, start, receipts, keys }: ChosenTableProps) {
  const { names } = start.header;
  const words = useWords(TABLE_WORDS);
  const labelled = useMemo(() => columnsByLabel(spec, labels, names), [spec, labels, names]);
  const guesses = useMemo(() => guessColumns(spec, names, labels), [spec, labels, names]);
  const [corrections, setCorrections] = useState<ColumnChoice>({});
  const [level, setLevel] = useState(defaultLevel);
  const [decimal, setDecimal] = useState<DecimalMark>();
  const [key, setKey] = useState("");
  const [wanted, setWanted] = useState(false);
  const [running, setRunning] = useState(false);

  const choice = useMemo(() => ({ ...labelled, ...guesses, ...corrections }), [labelled, guesses, corrections]);
  const columns = useMemo(() => matchAsApi(spec, labels, names, choice), [spec, labels, names, choice]);
  const complete = columns.every(({ fault }) => fault === null);
  // Each slice is scored by itself, so all of them take what the start of the file shows of its numbers.
  const evidence = useMemo(() => {
    const found = new CellEvidence(start.header, numberColumns(spec, columns));
    found.add(start.block);
    return found;
  }, [spec, start, columns]);
  const dialect = useMemo(() => evidence.decide(decimal), [evidence, decimal]);
  const { decided, decimalComma } = dialect;
  const url = withDecimal(batchUrl(spec.id, level, choice), decided ? (decimalComma ? "," : ".") : undefined);

  if (running) {
    return (
      <RunSection
        spec={spec}
        labels={labels}
        file={file}
        url={batchUrl(spec.id, level, choice, wanted)}
        firstKey={key}
        keys={keys}
        level={level}
        onLeave={() => setRunning(false)}
      />
    );
  }
  return (
    <>
      <Section title={words.columns.title}>
        <ColumnFields
          header={names}
          columns={columns}
          guesses={guesses}
          changed={Object.keys(corrections)}
          onChange={(name, column) => setCorrections((before) => ({ ...before, [name]: column }))}
        />
      </Section>
      {complete && (
        <Section title={words.preview.title} wide>
          {evidence.doubt !== undefined && (
            <DecimalField example={evidence.doubt} mark={decimal} onChange={setDecimal} />
          )}
          {level !== null && <LevelField levels={levels} level={level} onChange={setLevel} />}
          <Preview
            spec={spec}
            labels={labels}
            start={start}
            columns={columns}
            dialect={dialect}
            level={level}
            url={url}
            apiKey={key}
            keys={keys}
            onKey={setKey}
          >
            {receipts && <ReceiptField wanted={wanted} onChange={setWanted} />}
            <button
              type="button"
              className="button mt-8 w-full cursor-pointer sm:w-auto"
              onClick={() => setRunning(true)}
            >
              {words.estimateAll}
            </button>
          </Preview>
        </Section>
      )}
    </>
  );
}
