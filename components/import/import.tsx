"use client";

import { DropField } from "@/components/drop-field";
import { useWords } from "@/components/language/use-words";
import { Section } from "@/components/section";
import { lazy, Suspense, useMemo, useState, type ReactNode } from "react";
import { FILE_WORDS } from "./file-words";
import { useReader } from "./use-reader";
import type { Added } from "./workbench";
import type { Trouble } from "./worker";

const loadWorkbench = () => import("./workbench");
const Workbench = lazy(() => loadWorkbench().then((module) => ({ default: module.Workbench })));

interface ImportProps {
  /** What is below the field until a model is read. */
  children: ReactNode;
  /** Replaces the field where no script runs. */
  instead: ReactNode;
}

function troubleInWords(trouble: Trouble, words: (typeof FILE_WORDS)["en"]): string {
  return trouble.kind === "tooLarge" ? words.tooLarge(trouble.file) : words[trouble.kind];
}

/** From the files of a model to its publication, one step after the other. Other files begin anew. */
export function Import({ children, instead }: ImportProps) {
  const words = useWords(FILE_WORDS);
  const [chosen, setChosen] = useState<{ files: File[]; time: number }>({ files: [], time: 0 });
  const { state, read, choose } = useReader(loadWorkbench);
  const [added, setAdded] = useState<Added>();
  const { files, time } = chosen;
  const names = useMemo(() => files.map(({ name }) => name), [files]);
  const outcome = read === "reading" ? undefined : read;
  const model = outcome && "model" in outcome ? outcome.model : undefined;
  const refusal = outcome && "refusal" in outcome ? outcome.refusal : undefined;
  const refusalLang = refusal && "en";
  const trouble = outcome && "trouble" in outcome ? outcome.trouble : undefined;

  function change(files: File[], { anew = false } = {}) {
    if (anew) setAdded(undefined);
    setChosen({ files, time: time + 1 });
    choose(files);
  }

  return (
    <>
      <Section title={words.title}>
        <DropField
          id="import-files"
          choose={words.choose}
          another={words.another}
          hint={words.hint}
          files={files}
          fault={refusal ?? (trouble && troubleInWords(trouble, words))}
          faultLang={refusalLang}
          onChoose={(chosen) => change(chosen, { anew: true })}
          several={{ add: words.add, onChange: change }}
        />
        <div className="hidden max-w-[38rem] noscript:block">{instead}</div>
        <div className="mt-6 border-l-2 border-accent pl-5 noscript:hidden">
          <p className="text-lead">{outcome && files.length > 0 ? words.untouched(files.length) : words.local}</p>
          <p className="mt-1 max-w-[36rem] text-small text-quiet">
            {words.asData} <span role="status">{state === "unused" ? "" : words[state]}</span>
          </p>
        </div>
        {read === "reading" && (
          <p role="status" className="mt-6 text-quiet">
            {words.reading}
          </p>
        )}
      </Section>
      {model ? (
        <Suspense fallback={null}>
          <Workbench key={time} model={model} files={names} added={added} onChange={setAdded} />
        </Suspense>
      ) : (
        children
      )}
    </>
  );
}
