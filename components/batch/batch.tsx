"use client";

import { readStart, type Start } from "./slices";
import type { KeyUse } from "@/components/calls/read-key-use";
import { DropField } from "@/components/drop-field";
import { useLocale } from "#locale";
import { Section } from "@/components/section";
import { CsvError } from "@/lib/csv/dialect";
import type { Spec } from "@/lib/model/spec";
import { useRef, useState, type ReactNode } from "react";
import { ChosenTable } from "./chosen-table";
import type { Labels } from "./labels";
import { TABLE_WORDS } from "./table-words";

/** Rows of the preview. */
const PREVIEW_ROWS = 10;

type Chosen = { id: number; file: File } & ({ start: Start } | { fault: string });

interface BatchProps {
  spec: Spec;
  labels: Labels;
  /** The levels of the range to choose from. */
  levels: number[];
  /** Null where estimates have no range. */
  defaultLevel: number | null;
  /** Whether receipts can be had here. */
  receipts: boolean;
  /** Whether calls need a key, and whether the owner creates them on a page. */
  keys?: KeyUse;
  /** Below the field: the link to a template. */
  children: ReactNode;
}

/** From a file to its estimates, one step after the other. A new file starts again from the first step. */
export function Batch({ children, ...about }: BatchProps) {
  const [chosen, setChosen] = useState<Chosen>();
  const count = useRef(0);
  const locale = useLocale();
  const words = TABLE_WORDS[locale].file;

  async function choose(file: File) {
    const id = ++count.current;
    const read = await readStart(file, PREVIEW_ROWS).then(
      (start) => ({ start }),
      (error: Error) => ({ fault: error instanceof CsvError ? error.messageIn(locale) : words.unreadable }),
    );
    if (id === count.current) setChosen({ id, file, ...read });
  }

  return (
    <>
      <Section title={words.title}>
        <DropField
          id="batch-file"
          choose={words.choose}
          another={words.another}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          files={chosen ? [chosen.file] : []}
          fault={chosen && "fault" in chosen ? chosen.fault : undefined}
          onChoose={([file]) => choose(file!)}
        />
        <p className="hidden max-w-[38rem] noscript:block">{words.withoutScript}</p>
        <p className="mt-3 flex flex-wrap items-center gap-x-8 text-small text-quiet">{children}</p>
      </Section>
      {chosen && "start" in chosen && (
        <ChosenTable key={chosen.id} {...about} file={chosen.file} start={chosen.start} />
      )}
    </>
  );
}
