"use client";

import { readStart, type Start } from "./slices";
import { DropField } from "@/components/drop-field";
import { Section } from "@/components/section";
import { CsvError } from "@/lib/csv/dialect";
import type { Spec } from "@/lib/model/spec";
import { useRef, useState, type ReactNode } from "react";
import { ChosenTable } from "./chosen-table";

/** Rows that are estimated before a person decides on all. */
const PREVIEW_ROWS = 10;

type Chosen = { id: number; file: File } & ({ start: Start } | { fault: string });

interface BatchProps {
  spec: Spec;
  /** How often a range can hold the truth, to choose from. */
  levels: number[];
  /** Null where estimates have no range. */
  defaultLevel: number | null;
  /** Whether receipts can be had here. */
  receipts: boolean;
  /** Beside the field: where a file can come from. */
  children: ReactNode;
}

/** From a file to its estimates, one step after the other. A new file begins anew. */
export function Batch({ children, ...about }: BatchProps) {
  const [chosen, setChosen] = useState<Chosen>();
  const count = useRef(0);

  async function choose(file: File) {
    const id = ++count.current;
    const read = await readStart(file, PREVIEW_ROWS).then(
      (start) => ({ start }),
      (error: Error) => ({ fault: error instanceof CsvError ? error.message : "the file cannot be read" }),
    );
    if (id === count.current) setChosen({ id, file, ...read });
  }

  return (
    <>
      <Section title="Your file">
        <DropField
          id="batch-file"
          choose="Choose a CSV file"
          another="Choose another CSV file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          files={chosen ? [chosen.file] : []}
          fault={chosen && "fault" in chosen ? chosen.fault : undefined}
          onChoose={([file]) => choose(file!)}
        />
        <p className="hidden max-w-[38rem] noscript:block">
          Without JavaScript, a file is sent with the command below, under “From a program”.
        </p>
        <p className="mt-3 flex flex-wrap items-center gap-x-8 text-small text-quiet">{children}</p>
      </Section>
      {chosen && "start" in chosen && (
        <ChosenTable key={chosen.id} {...about} file={chosen.file} start={chosen.start} />
      )}
    </>
  );
}
