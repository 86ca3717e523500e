import { useWords } from "@/components/language/use-words";
import { useLocale } from "#locale";
import { startForm } from "@/components/form/start-form";
import { Section } from "@/components/section";
import type { ImportedModel } from "@/lib/import/read-files";
import type { Model } from "@/lib/model/model";
import { modelIn } from "@/lib/model/translate";
import { useDeferredValue, useMemo } from "react";
import { FormProvider } from "react-hook-form";
import { askedOf, changedNames, emptyAsked, type AskedTexts } from "./asked";
import { AskedFields } from "./asked-fields";
import { checkRows, makeDraft, type DraftModel, type GoldenTable, type TypedRow } from "./draft-model";
import { commandOf } from "./command";
import { GoldenRows } from "./golden-rows";
import { needsOf } from "./needs";
import { Publish } from "./publish";
import { PUBLISH_WORDS } from "./publish-words";
import { TryIt } from "./try-it";
import { useTrial, type FoldedAnswers } from "./use-trial";
import { WhatItIs } from "./what-it-is";

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
  /** What was added is kept when the same model is read again with one more file. */
  added: Added | undefined;
  onChange: (added: Added) => void;
}

/** A model that was read: what it is, what to add, its form, its golden rows, and its publication. */
export function Workbench({ model, files, added: before, onChange }: WorkbenchProps) {
  const { description } = model;
  const locale = useLocale();
  const words = useWords(PUBLISH_WORDS);
  const nothing = useMemo(() => nothingAdded(description), [description]);
  const added = before?.asked.names.length === description.inputs.length ? before : nothing;
  const change = (part: Partial<Added>) => onChange({ ...added, ...part });
  const asked = useDeferredValue(added.asked);
  const whole = useMemo(() => askedOf(locale, asked, files), [locale, asked, files]);
  const drafted = useMemo(() => makeDraft(description, whole), [description, whole]);
  const isDrafted = !("fault" in drafted);
  return (
    <>
      <WhatItIs model={model} names={whole.names!} />
      <AskedFields description={description} asked={added.asked} onChange={(asked) => change({ asked })} />
      {!isDrafted ? (
        <Section title={words.title}>
          <p className="max-w-[38rem] border-l-2 border-rust pl-5">
            {words.notServed(<span lang="en">{drafted.fault}</span>)}
          </p>
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
  const locale = useLocale();
  const model = modelIn(drafted.model, locale);
  const folded = useMemo(() => foldedAnswers(model), [model]);
  const { form, tried } = useTrial(model, folded);
  const checked = useMemo(() => {
    // A table from the notebook has the names of the file.
    const headers = description.inputs.map(({ name }, position) => name ?? asked.names[position]!.trim());
    return checkRows(drafted.model, locale, typed, table, headers);
  }, [description, drafted, locale, asked, typed, table]);
  const command = commandOf({
    ...{
      files,
      id: asked.id,
      target: asked.target.trim(),
      positive: asked.positive,
      golden: table?.name,
      language: locale,
    },
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
      <Publish drafted={drafted} needs={needsOf(locale, description, asked)} checked={checked} command={command} />
    </>
  );
}
