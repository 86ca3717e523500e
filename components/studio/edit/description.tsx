import { useWords } from "@/components/language/use-words";
import { ErrorSummary } from "@/components/form/error-summary";
import type { DraftAnswer } from "@/lib/api/resources/drafts/schema";
import { useEffect, useMemo, useState } from "react";
import { FormProvider } from "react-hook-form";
import { useLocale } from "#locale";
import type { Caller } from "../api";
import { languageOfGuesses } from "../sentences";
import { Trouble } from "../trouble";
import { Conflict } from "./conflict";
import type { Faults } from "./faults";
import { FaultsContext, PlainButton } from "./fields";
import { DerivedFields, TermFields } from "./formula-fields";
import { columnsBeside } from "./inputs";
import { InputsSection } from "./inputs-section";
import { CardFields, ModelFields } from "./model-fields";
import { fieldInWords } from "./place-words";
import { previewFormulas } from "./preview";
import { useDescription, type Described } from "./use-description";
import { EDIT_WORDS } from "./words";

interface DescriptionProps {
  draft: Described;
  caller: Caller;
  onSaved: (draft: DraftAnswer) => void;
  /** Whether there are changes that are not saved. */
  onChanged: (isChanged: boolean) => void;
}

/** The description of a draft, which can be changed and trained again. */
export function Description({ draft, caller, onSaved, onChanged }: DescriptionProps) {
  const locale = useLocale();
  const words = useWords(EDIT_WORDS);
  const description = useDescription(draft, caller, onSaved);
  const { form, base, spec, faults, tried, saving, isChanged, outcome } = description;
  const [listed, setListed] = useState<Faults>({});
  const previews = useMemo(() => previewFormulas(spec, faults, draft.preview), [spec, faults, draft.preview]);
  const context = useMemo(() => ({ faults, tried, locale: description.locale }), [faults, tried, description.locale]);
  const trained = draft.file.kind === "table";
  useEffect(() => onChanged(isChanged), [isChanged, onChanged]);

  async function save() {
    setListed(faults);
    await description.save();
  }
  const shown = Object.entries(listed).filter(([field]) => field in faults);

  return (
    <FormProvider {...form}>
      <FaultsContext value={context}>
        <form
          noValidate
          aria-busy={saving}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <div className="spread empty:hidden">
            <div className="max-w-[46rem] min-w-0 empty:hidden lg:col-start-2">
              {outcome.theirs && (
                <Conflict
                  base={base.spec}
                  mine={spec}
                  theirs={outcome.theirs}
                  saving={saving}
                  onChoose={(merged) => void description.adopt(merged, outcome.theirs!)}
                />
              )}
              {shown.length > 0 && (
                <ErrorSummary
                  faults={shown.map(([name, fault]) => ({
                    ...{ name, about: fieldInWords(locale, name, spec) },
                    ...fault,
                  }))}
                />
              )}
            </div>
          </div>
          <ModelFields trained={trained} />
          <InputsSection columns={columnsBeside(draft)} language={languageOfGuesses(draft)} trained={trained} />
          {trained && (
            <>
              <DerivedFields previews={previews} />
              <TermFields previews={previews} />
            </>
          )}
          <CardFields trained={trained} />
          {(isChanged || saving || outcome.failed) && !outcome.theirs && (
            <div className="spread sticky bottom-0 z-10 -mx-5 border-t border-rule bg-paper px-5 py-3 sm:mx-0 sm:px-0">
              <div className="lg:col-start-2">
                {outcome.failed && <Trouble failed={outcome.failed} kept={words.stillHere} />}
                <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
                  <button className="button cursor-pointer" disabled={saving}>
                    {saving ? words.saving : words.save}
                  </button>
                  {!saving && <PlainButton onClick={description.undo}>{words.undo}</PlainButton>}
                  <span className="text-small text-quiet max-sm:sr-only">{words.notSaved}</span>
                </div>
              </div>
            </div>
          )}
        </form>
      </FaultsContext>
    </FormProvider>
  );
}
