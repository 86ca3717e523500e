import { startForm } from "@/components/form/start-form";
import { Section } from "@/components/section";
import type { ImportedModel } from "@/lib/import/read-files";
import type { Model } from "@/lib/model/model";
import { useDeferredValue, useMemo } from "react";
import { FormProvider } from "react-hook-form";
import { askedOf, changedNames, emptyAsked, needsOf, type AskedTexts } from "./asked";
import { AskedFields } from "./asked-fields";
import { checkRows, makeDraft, type DraftModel, type GoldenTable, type TypedRow } from "./draft-model";
import { GoldenRows } from "./golden-rows";
import { Publish } from "./publish";
import { TryIt } from "./try-it";
import { useTrial, type FoldedAnswers } from "./use-trial";
import { WhatItIs } from "./what-it-is";
import { commandOf } from "./words";

/** What a person has added to the files of a model. */
export interface Added {
  asked: AskedTexts;
  typed: TypedRow[];
  table: GoldenTable | undefined;
}

const nothingAdded = (description: ImportedModel["description"]): Added => {
  return { asked: emptyAsked(description), typed: [], table: undefined };
};

interface WorkbenchProps {
  model: ImportedModel;
  /** Names of the files. */
  files: string[];
  /** What was added stays when the same model is read again with a file more. */
  added: Added | undefined;
  onChange: (added: Added) => void;
}

/** A model that was read: what it is, what to add, how it answers, whether it agrees, and its publication. */
export function Workbench({ model, files, added: before, onChange }: WorkbenchProps) {
  const { description } = model;
  const nothing = useMemo(() => nothingAdded(description), [description]);
  const added = before?.asked.names.length === description.inputs.length ? before : nothing;
  const change = (part: Partial<Added>) => onChange({ ...added, ...part });
  const asked = useDeferredValue(added.asked);
  const drafted = useMemo(() => makeDraft(description, askedOf(asked, files)), [description, asked, files]);
  return (
    <>
      <WhatItIs model={model} names={askedOf(asked, files).names!} />
      <AskedFields description={description} asked={added.asked} onChange={(asked) => change({ asked })} />
      {"fault" in drafted ? (
        <Section title="Publish it">
          <p className="max-w-[38rem] border-l-2 border-rust pl-5">The model cannot be served: {drafted.fault}.</p>
        </Section>
      ) : (
        <Drafted model={model} files={files} added={{ ...added, asked }} drafted={drafted} onChange={change} />
      )}
    </>
  );
}

function foldedAnswers(model: Model): FoldedAnswers {
  const { typical, folded } = startForm(model);
  return Object.fromEntries(folded.map((name) => [name, typical[name]!]));
}

interface DraftedProps extends Pick<WorkbenchProps, "model" | "files"> {
  added: Added;
  drafted: DraftModel;
  onChange: (part: Partial<Added>) => void;
}

function Drafted({ model: { description }, files, added, drafted, onChange }: DraftedProps) {
  const { asked, typed, table } = added;
  const { model } = drafted;
  const folded = useMemo(() => foldedAnswers(model), [model]);
  const { form, tried } = useTrial(model, folded);
  const checked = useMemo(() => {
    // A table from the notebook has the names of the file.
    const headers = description.inputs.map(({ name }, position) => name ?? asked.names[position]!.trim());
    return checkRows(model, typed, table, headers);
  }, [description, model, asked, typed, table]);
  const command = commandOf({
    ...{ files, id: asked.id, target: asked.target.trim(), positive: asked.positive, golden: table?.name },
    names: changedNames(description.inputs, asked.names),
  });
  return (
    <>
      <FormProvider {...form}>
        <TryIt model={model} folded={folded} tried={tried} />
      </FormProvider>
      <GoldenRows
        {...{ model, tried, typed, table, checked }}
        onTyped={(typed) => onChange({ typed })}
        onTable={(table) => onChange({ table })}
      />
      <Publish drafted={drafted} needs={needsOf(description, asked)} checked={checked} command={command} />
    </>
  );
}
