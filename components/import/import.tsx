"use client";

import { DropField } from "@/components/drop-field";
import { Section } from "@/components/section";
import { lazy, Suspense, useMemo, useState, type ReactNode } from "react";
import { untouchedInWords } from "./file-words";
import { useReader } from "./use-reader";
import type { Added } from "./workbench";

const loadWorkbench = () => import("./workbench");
const Workbench = lazy(() => loadWorkbench().then((module) => ({ default: module.Workbench })));

interface ImportProps {
  /** What stands below the field until a model is read. */
  children: ReactNode;
  /** In place of the field where no script runs. */
  instead: ReactNode;
}

/** From the files of a model to its publication, one step after the other. Other files begin anew. */
export function Import({ children, instead }: ImportProps) {
  const [chosen, setChosen] = useState<{ files: File[]; time: number }>({ files: [], time: 0 });
  const { ready, read, choose } = useReader(loadWorkbench);
  const [added, setAdded] = useState<Added>();
  const { files, time } = chosen;
  const names = useMemo(() => files.map(({ name }) => name), [files]);
  const outcome = read === "reading" ? undefined : read;
  const model = outcome && "model" in outcome ? outcome.model : undefined;

  function change(files: File[], { anew = false } = {}) {
    if (anew) setAdded(undefined);
    setChosen({ files, time: time + 1 });
    choose(files);
  }

  return (
    <>
      <Section title="Your file">
        <DropField
          id="import-files"
          choose="Choose model.pkl"
          another="Choose another model"
          hint="with the files of a scaler and of a list of columns, if it has them"
          files={files}
          fault={outcome && "fault" in outcome ? outcome.fault : undefined}
          onChoose={(chosen) => change(chosen, { anew: true })}
          several={{ add: "Add the file of a scaler or of a list of columns", onChange: change }}
        />
        <div className="hidden max-w-[38rem] noscript:block">{instead}</div>
        <div className="mt-6 border-l-2 border-accent pl-5 noscript:hidden">
          <p className="text-lead">
            {outcome && files.length > 0
              ? untouchedInWords(files.length)
              : "Your file is not run and does not leave your computer."}
          </p>
          <p className="mt-1 max-w-[36rem] text-small text-quiet">
            This page reads it as data, name by name and number by number.{" "}
            <span role="status">
              {ready
                ? "All that it takes is loaded: switch the network off and see that everything here goes on working."
                : "The script that does so is being loaded."}
            </span>
          </p>
        </div>
        {read === "reading" && (
          <p role="status" className="mt-6 text-quiet">
            Reading…
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
