import type { DraftAnswer } from "@/lib/api/resources/drafts/schema";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { useLocale } from "#locale";
import type { Caller, Failed } from "../api";
import { mergePatchOf, type JsonObject } from "../json";
import { faultsAt, faultsIn, type Faults } from "./faults";
import { keep, readKept, type Base } from "./kept";
import { sheetOf, specOf, type Sheet } from "./sheet";

export type Described = DraftAnswer & { spec: JsonObject };

/** What became of a change. */
export interface Outcome {
  failed?: Failed;
  /** The draft as somebody else has changed it meanwhile. */
  theirs?: Described;
  /** What the server refuses of the description that was sent. */
  refused?: { sent: string; faults: Faults };
}

const patchOf = ({ spec }: Base, edited: JsonObject) => mergePatchOf(specOf(sheetOf(spec), spec), edited);

/** The description of a draft as a form, with its changes, its faults and how it is saved. */
export function useDescription(draft: Described, caller: Caller, onSaved: (draft: DraftAnswer) => void) {
  const [kept] = useState(() => readKept(draft.id));
  const reader = useLocale();
  // What was typed before the reader chose another language stays as it was typed.
  const locale = kept?.locale ?? reader;
  const [base, setBase] = useState<Base>(kept ?? { revision: draft.revision, spec: draft.spec });
  const [outcome, setOutcome] = useState<Outcome>({});
  const [saving, setSaving] = useState(false);
  const [tried, setTried] = useState(false);
  const form = useForm<Sheet>({ defaultValues: { ...sheetOf(base.spec, locale), ...kept?.sheet } });
  useWatch({ control: form.control });
  const sheet = form.getValues();
  const written = JSON.stringify(specOf(sheet, base.spec, locale));
  const isChanged = Object.keys(patchOf(base, JSON.parse(written) as JsonObject)).length > 0;
  const deferred = useDeferredValue(written);
  const spec = useMemo(() => JSON.parse(deferred) as JsonObject, [deferred]);
  const own = useMemo(() => faultsIn(spec, reader), [spec, reader]);
  const faults = outcome.refused?.sent === deferred ? { ...outcome.refused.faults, ...own } : own;

  function restOn(next: Described) {
    setBase({ revision: next.revision, spec: next.spec });
    form.reset(sheetOf(next.spec, locale));
    setOutcome({});
    setTried(false);
  }

  const unsaved = isChanged ? JSON.stringify({ ...base, sheet, locale }) : "";
  useEffect(() => keep(draft.id, unsaved === "" ? undefined : JSON.parse(unsaved)), [draft.id, unsaved]);

  /** @returns whether it is saved */
  async function save(edited: JsonObject, on: Base): Promise<boolean> {
    setTried(true);
    if (Object.keys(faultsIn(edited)).length > 0) return false;
    setSaving(true);
    const change = { expected: on.revision, spec: patchOf(on, edited) };
    const sent = await caller.call<DraftAnswer>("PATCH", `/api/drafts/${draft.id}`, change);
    const next = "value" in sent ? undefined : await explain(sent, edited, on);
    setSaving(false);
    if (next) setOutcome(next);
    if (!("value" in sent)) return false;
    restOn(sent.value as Described);
    onSaved(sent.value);
    return true;
  }

  async function explain(failed: Failed, edited: JsonObject, on: Base): Promise<Outcome> {
    if (failed.failed !== "refused") return { failed };
    const { status, errors = [] } = failed.problem;
    if (status === 422 && errors.length > 0)
      return { failed, refused: { sent: JSON.stringify(edited), faults: faultsAt(errors, reader) } };
    if (status !== 409) return { failed };
    const now = await caller.call<DraftAnswer>("GET", `/api/drafts/${draft.id}`);
    if ("failed" in now) return { failed: now };
    const isOther = now.value.revision !== on.revision && now.value.spec !== null;
    return isOther ? { theirs: now.value as Described } : { failed };
  }

  return {
    form,
    locale,
    base,
    spec,
    faults,
    tried,
    saving,
    isChanged,
    outcome,
    save: () => save(specOf(form.getValues(), base.spec, locale), base),
    /** Both changes as one, on what somebody else has saved. */
    async adopt(merged: JsonObject, theirs: Described) {
      const on = { revision: theirs.revision, spec: theirs.spec };
      setBase(on);
      form.reset(sheetOf(merged, locale));
      setOutcome({});
      return save(merged, on);
    },
    undo: () => restOn(draft),
  };
}
