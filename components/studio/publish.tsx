import { TextLine } from "@/components/line";
import { Section } from "@/components/section";
import { asSentence } from "@/components/words";
import { isId } from "@/lib/training/draft/names";
import type { DraftAnswer } from "@/lib/api/resources/drafts/schema";
import { useState } from "react";
import type { Caller, Failed } from "./api";
import type { Described } from "./edit/use-description";
import { obstacleOf } from "./obstacle";
import { Trouble } from "./trouble";

const ALIASES = [
  ["champion", "It answers from now on", "Champion: the version that everybody is answered by."],
  ["challenger", "It runs beside the model that answers", "Challenger: shown to nobody until you promote it."],
] as const;
type Alias = (typeof ALIASES)[number][0];

export interface Published {
  model: string;
  version: string;
  alias: Alias;
}

interface PublishProps {
  draft: Described;
  caller: Caller;
  isChanged: boolean;
  onSaved: (draft: DraftAnswer) => void;
  /** The draft is gone then. */
  onPublished: (published: Published) => void;
}

/** The last step: as what it is published, and what stands against it. */
export function Publish({ draft, caller, isChanged, onSaved, onPublished }: PublishProps) {
  const [note, setNote] = useState("");
  const [alias, setAlias] = useState<Alias>("champion");
  const [override, setOverride] = useState(false);
  const [failed, setFailed] = useState<Failed>();
  const [busy, setBusy] = useState(false);
  const obstacle = failed && obstacleOf(failed);

  async function publish() {
    setBusy(true);
    const body = { note: note.trim() || undefined, alias, expected: draft.revision, ...(override && { override }) };
    const done = await caller.call<Published>("POST", `/api/drafts/${draft.id}/publish`, body);
    setBusy(false);
    if ("value" in done) return onPublished(done.value);
    setFailed(done);
  }

  async function rename(id: string) {
    setBusy(true);
    const change = { expected: draft.revision, spec: { id } };
    const saved = await caller.call<DraftAnswer>("PATCH", `/api/drafts/${draft.id}`, change);
    setBusy(false);
    setFailed("failed" in saved ? saved : undefined);
    if ("value" in saved) onSaved(saved.value);
  }

  return (
    <Section title="Publish it" anchor="publish">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void publish();
        }}
      >
        <TextLine
          id="publish-note"
          label="Why this version"
          hint="For its history. It is needed where the version replaces another."
          value={note}
          onChange={setNote}
        />
        <fieldset className="border-t border-rule py-4">
          <legend className="sr-only">What it does</legend>
          {ALIASES.map(([value, does, explained]) => (
            <label key={value} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
              <input
                type="radio"
                name="alias"
                value={value}
                checked={alias === value}
                onChange={() => setAlias(value)}
                className="mt-0.5 size-5 shrink-0 accent-accent"
              />
              <span>
                {does}
                <span className="block text-small text-quiet">{explained}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {obstacle?.kind === "gate" && (
          <div role="alert" className="mb-5 max-w-[38rem] border-l-2 border-rust pl-5">
            <p>It is not published: {obstacle.detail}.</p>
            <label className="mt-2 flex min-h-11 cursor-pointer items-center gap-3">
              <input
                type="checkbox"
                checked={override}
                onChange={(event) => setOverride(event.target.checked)}
                className="size-5 shrink-0 accent-accent"
              />
              Publish it all the same. The audit log keeps that.
            </label>
          </div>
        )}
        {obstacle?.kind === "taken" && (
          <Taken detail={obstacle.detail} id={String(draft.spec.id)} busy={busy} onRename={(id) => void rename(id)} />
        )}
        {failed && !obstacle && <Trouble failed={failed} />}
        {isChanged && <p className="mb-4 text-small text-quiet">Save and train your changes first, or undo them.</p>}
        <button className="button w-full cursor-pointer sm:w-auto sm:min-w-[17rem]" disabled={busy || isChanged}>
          {busy ? "Publishing…" : "Publish"}
        </button>
      </form>
    </Section>
  );
}

interface TakenProps {
  detail: string;
  id: string;
  busy: boolean;
  onRename: (id: string) => void;
}

/** A name that another model has, and the way to another name. */
function Taken({ detail, id, busy, onRename }: TakenProps) {
  const [text, setText] = useState(id);
  const fault = isId(text) ? undefined : "write the id in small letters, digits and hyphens, beginning with a letter";
  return (
    <div className="mb-6 border-l-2 border-rust pl-5">
      <p role="alert" className="mb-3 max-w-[38rem]">
        {asSentence(detail)}
      </p>
      <TextLine
        id="publish-id"
        label="Another id"
        value={text}
        fault={fault}
        onChange={setText}
        action={
          <button
            type="button"
            disabled={busy || fault !== undefined || text === id}
            className="link min-h-11 shrink-0 cursor-pointer disabled:text-quiet disabled:no-underline"
            onClick={() => onRename(text)}
          >
            Take it
          </button>
        }
      />
    </div>
  );
}
