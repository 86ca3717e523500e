import { bytesInWords } from "@/components/batch/words";
import { CodeSample } from "@/components/calls/code-sample";
import { Section } from "@/components/section";
import { useFileAddress } from "@/components/use-file-address";
import { asSentence } from "@/components/words";
import { useMemo } from "react";
import type { Need } from "./asked";
import { packModel, type CheckedRows, type DraftModel } from "./draft-model";
import { verdictInWords } from "./words";

interface PublishProps {
  drafted: DraftModel;
  needs: Need[];
  checked: CheckedRows;
  /** The same from a terminal. */
  command: string;
}

/** The model as a folder to download, once nothing stands against it, and what to do with it. */
export function Publish({ drafted, needs, checked, command }: PublishProps) {
  const differs = [...checked.typed, ...checked.table].some(({ agrees }) => !agrees);
  const faulty = checked.fault !== undefined;
  return (
    <Section title="Publish it">
      {needs.length > 0 ? (
        <Needs needs={needs} />
      ) : differs || faulty ? (
        <p className="max-w-[38rem] border-l-2 border-rust pl-5">
          {differs
            ? verdictInWords(checked)
            : "The table of golden rows cannot be read, so it is not known whether the model agrees."}{" "}
          Mend it above, or leave out what is wrong there.
        </p>
      ) : (
        <Download drafted={drafted} checked={checked} command={command} />
      )}
    </Section>
  );
}

function Needs({ needs }: { needs: Need[] }) {
  return (
    <>
      <p>Before it can be published:</p>
      <ul className="mt-2">
        {needs.map(({ field, detail }) => (
          <li key={field}>
            <a href={`#${field}`} className="link inline-flex min-h-11 items-center sm:min-h-8">
              {asSentence(detail)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

const Mono = ({ children }: { children: string }) => (
  <span className="font-mono text-small wrap-anywhere">{children}</span>
);

function Download({ drafted, checked, command }: Omit<PublishProps, "needs">) {
  const { id } = drafted.model.spec;
  const { notes } = drafted.draft;
  const file = useMemo(() => new Blob([packModel(drafted, checked)], { type: "application/zip" }), [drafted, checked]);
  const link = useFileAddress(file);
  const steps = [
    <>
      Unzip it in the folder of models, <Mono>model</Mono> unless <Mono>MODEL_DIR</Mono> names another:{" "}
      <Mono>{`unzip ${id}.zip -d model`}</Mono>
    </>,
    <>
      A running server takes it over within two seconds; <Mono>npm start</Mono> starts one.
    </>,
    <>
      The form is at <Mono>{`/models/${id}`}</Mono>, the API at <Mono>{`/api/models/${id}/predict`}</Mono>.
    </>,
  ];
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <a ref={link} download={`${id}.zip`} className="button">
          Download the model
        </a>
        <span className="text-small wrap-anywhere text-quiet">
          {id}.zip, {bytesInWords(file.size)}: model.json and artifact.json
        </span>
      </p>
      {checked.typed.length + checked.table.length === 0 && (
        <p className="mt-4 max-w-[38rem] text-small text-quiet">
          No golden row has been compared: that it answers as your notebook does is not checked yet.
        </p>
      )}
      <ol className="mt-8">
        {steps.map((step, index) => (
          <li key={index} className="grid grid-cols-[1.75rem_minmax(0,1fr)] border-t border-rule py-3">
            <span className="text-quiet">{index + 1}</span>
            <span>{step}</span>
          </li>
        ))}
      </ol>
      {notes.length > 0 && (
        <>
          <h3 className="mt-8 font-medium">To mend in model.json, whenever you like</h3>
          <ul className="mt-1 max-w-[38rem] text-small text-quiet">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
      <h3 className="mt-10 font-medium">Give its estimates a range</h3>
      <p className="mt-1 max-w-[38rem]">
        How far off the estimates are, only rows with known outcomes can show. Add <Mono>--table new-rows.csv</Mono> to
        the command below, a table of rows that the fit has not seen: their errors give the ranges, the accuracy and the
        explanations. The table that the model was fitted to gives the range of that fit.
      </p>
      <div className="mt-8">
        <CodeSample id="import-command" title="The same, in the folder of Glasshouse" text={command} />
      </div>
    </>
  );
}
