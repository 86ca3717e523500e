"use client";

import { CopyButton } from "@/components/copy-button";
import { useWords } from "@/components/language/use-words";
import { asSentence } from "@/components/words";
import { useRef, useState, type ReactNode } from "react";
import { CALLS_CLIENT_WORDS } from "./client-words";
import { CodeBox } from "./code-box";

interface Choice {
  name: string;
  title: string;
}

interface ExportFormProps {
  /** The address of the export. */
  path: string;
  formats: Choice[];
  dialects: Choice[];
  /** The name of the table that the form begins with. */
  table: string;
}

/** An export, or why there is none: in the words of the API, or because it did not answer. */
interface Shown {
  text: string;
  fault: null | "no answer" | { detail: string };
}

const NOTHING: Shown = { text: "", fault: null };

async function fetchText(address: string): Promise<Shown> {
  const response = await fetch(address);
  const text = await response.text();
  if (response.ok) return { text, fault: null };
  const { detail } = JSON.parse(text) as { detail: string };
  return { text: "", fault: { detail } };
}

/** Exports the model: a plain form downloads it; with JavaScript, the page can show it first. */
export function ExportForm({ path, formats, dialects, table }: ExportFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [shown, setShown] = useState<Shown>(NOTHING);
  const words = useWords(CALLS_CLIENT_WORDS);

  async function show() {
    if (!form.current?.reportValidity()) return;
    const question = new URLSearchParams(new FormData(form.current) as unknown as Record<string, string>);
    const failed = { text: "", fault: "no answer" } as const;
    setShown(await fetchText(`${path}?${question}`).catch(() => failed));
  }

  return (
    <>
      <form ref={form} action={path} className="group mt-6 max-w-[38rem] space-y-5" onChange={() => setShown(NOTHING)}>
        <Line id="export-format" label={words.language}>
          <Choices id="export-format" name="format" choices={formats} />
        </Line>
        <div className="space-y-5 group-has-[[name=format]_option:checked:not([value=sql])]:hidden">
          <Line id="export-dialect" label={words.database} hint={words.forSql}>
            <Choices id="export-dialect" name="dialect" choices={dialects} />
          </Line>
          <Line id="export-table" label={words.table} hint={words.oneColumnEach}>
            <div className="field">
              <input
                id="export-table"
                name="table"
                defaultValue={table}
                required
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                pattern="[\p{L}\p{N}_$ \-]{1,128}(\.[\p{L}\p{N}_$ \-]{1,128}){0,2}"
                title={words.tableNames}
                className="min-h-13 w-full bg-transparent px-4 font-mono outline-none"
              />
            </div>
          </Line>
        </div>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <button className="button">{words.download}</button>
          <button
            type="button"
            className="link min-h-11 cursor-pointer group-has-[[name=format]_option:checked[value=json]]:hidden noscript:hidden"
            onClick={show}
          >
            {words.show}
          </button>
          <p role="status" className="text-small text-rust">
            {shown.fault === "no answer" && words.exportFailed}
            {typeof shown.fault === "object" && shown.fault && <span lang="en">{asSentence(shown.fault.detail)}</span>}
          </p>
        </div>
      </form>
      {shown.text && (
        <div className="mt-6">
          <CopyButton of="exported">{words.copy}</CopyButton>
          <CodeBox id="exported" label={words.exported} text={shown.text} />
        </div>
      )}
    </>
  );
}

function Line({ id, label, hint, children }: { id: string; label: string; hint?: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-10 gap-y-2 sm:grid-cols-[minmax(0,1fr)_20rem] sm:items-center">
      <div>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {hint && <p className="text-small text-quiet">{hint}</p>}
      </div>
      {children}
    </div>
  );
}

function Choices({ id, name, choices }: { id: string; name: string; choices: Choice[] }) {
  return (
    <div className="field">
      <select
        id={id}
        name={name}
        className="min-h-13 w-full border-r-[0.75rem] border-transparent bg-transparent pl-3 outline-none"
      >
        {choices.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}
