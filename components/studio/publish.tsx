import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { TextLine } from "@/components/line";
import { Section } from "@/components/section";
import { asSentence } from "@/components/words";
import { isId } from "@/lib/training/draft/names";
import type { Problem } from "@/lib/api/problem/schema";
import type { DraftAnswer } from "@/lib/api/resources/drafts/schema";
import { useState } from "react";
import type { Caller, Failed } from "./api";
import type { Described } from "./edit/use-description";
import { obstacleOf } from "./obstacle";
import { PUBLISH_WORDS } from "./publish-words";
import { Trouble } from "./trouble";
import { useForeign } from "./use-foreign";
import { STUDIO_WORDS } from "./words";

type Alias = "champion" | "challenger";

/** The version that answers, by the id of each model in the store. */
export type Champions = Readonly<Record<string, string>>;

export interface Published {
  model: string;
  version: string;
  /** Null where it waits for a second person. */
  alias: Alias | null;
}

interface PublishProps {
  draft: Described;
  caller: Caller;
  /** Whether a second person has to confirm a champion. */
  approvals: boolean;
  champions: Champions;
  isChanged: boolean;
  onSaved: (draft: DraftAnswer) => void;
  /** The draft is gone then. */
  onPublished: (published: Published) => void;
}

/** The last step: the alias of the version, and what stands against it. */
export function Publish({ draft, caller, approvals, champions, isChanged, onSaved, onPublished }: PublishProps) {
  const words = useWords(PUBLISH_WORDS);
  const { list } = useWriter();
  const english = useForeign();
  const id = String(draft.spec.id);
  const champion = champions[id];
  const [note, setNote] = useState("");
  const [chosen, setChosen] = useState<Alias>();
  // A version that answers already goes on answering, unless somebody decides otherwise.
  const alias = chosen ?? (champion !== undefined || draft.base?.model === id ? "challenger" : "champion");
  const waits = approvals && alias === "champion";
  const [override, setOverride] = useState(false);
  const [failed, setFailed] = useState<Failed>();
  const [busy, setBusy] = useState(false);
  const obstacle = failed && obstacleOf(failed);
  const noteFault = failed?.failed === "refused" && isOfNote(failed.problem) ? words.noteFault : undefined;

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
    <Section title={words.publishIt} anchor="publish">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void publish();
        }}
      >
        <TextLine
          id="publish-note"
          label={words.note}
          hint={waits || (alias === "champion" && champion !== undefined) ? words.noteNeeded : words.noteHint}
          fault={noteFault}
          value={note}
          onChange={setNote}
        />
        <fieldset className="border-t border-rule py-4">
          <legend className="sr-only">{words.whatItDoes}</legend>
          {choicesOf(words, champion, approvals).map(([value, does, explained]) => (
            <label key={value} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
              <input
                type="radio"
                name="alias"
                value={value}
                checked={alias === value}
                onChange={() => setChosen(value)}
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
            <p>{words.gate(list(obstacle.failing.map(({ check }) => words.checks[check])))}</p>
            <ul lang={english} className="mt-1 text-small text-quiet">
              {obstacle.failing.map(({ check, detail }) => (
                <li key={check}>{asSentence(detail)}</li>
              ))}
            </ul>
            <label className="mt-2 flex min-h-11 cursor-pointer items-center gap-3">
              <input
                type="checkbox"
                checked={override}
                onChange={(event) => setOverride(event.target.checked)}
                className="size-5 shrink-0 accent-accent"
              />
              {words.override}
            </label>
          </div>
        )}
        {obstacle?.kind === "taken" && <Taken id={id} busy={busy} onRename={(id) => void rename(id)} />}
        {failed && !obstacle && noteFault === undefined && <Trouble failed={failed} />}
        {isChanged && <p className="mb-4 text-small text-quiet">{words.saveFirst}</p>}
        <button className="button w-full cursor-pointer sm:w-auto sm:min-w-[17rem]" disabled={busy || isChanged}>
          {busy ? words.publishing : waits ? words.propose : words.publish}
        </button>
      </form>
    </Section>
  );
}

/** Whether the note is at fault. */
const isOfNote = ({ errors = [] }: Problem) => errors.some((error) => "pointer" in error && error.pointer === "#/note");

/** What a publication does, first in plain words, then with the terms of the versions page. */
function choicesOf(
  words: (typeof PUBLISH_WORDS)["en"],
  champion: string | undefined,
  approvals: boolean,
): [value: Alias, does: string, explained: string][] {
  return [
    approvals
      ? ["champion", words.proposed(champion), words.waits]
      : ["champion", words.answers(champion), words.champion],
    ["challenger", words.beside(champion), words.challenger(champion)],
  ];
}

interface TakenProps {
  id: string;
  busy: boolean;
  onRename: (id: string) => void;
}

/** A name that another model has, and a field for another name. */
function Taken({ id, busy, onRename }: TakenProps) {
  const words = useWords(PUBLISH_WORDS);
  const studio = useWords(STUDIO_WORDS);
  const [text, setText] = useState(id);
  const fault = isId(text) ? undefined : studio.idFault;
  return (
    <div className="mb-6 border-l-2 border-rust pl-5">
      <p role="alert" className="mb-3 max-w-[38rem]">
        {studio.refused.taken}
      </p>
      <TextLine
        id="publish-id"
        label={words.anotherId}
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
            {words.takeIt}
          </button>
        }
      />
    </div>
  );
}
