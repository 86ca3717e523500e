import { useEffect, useMemo, useRef, useState } from "react";
import type { Json, JsonObject } from "../json";
import { keyOf, mergeSpecs } from "./merge";
import { placeInWords, valueInWords } from "./place-words";
import type { Described } from "./use-description";

interface ConflictProps {
  base: JsonObject;
  mine: JsonObject;
  theirs: Described;
  saving: boolean;
  onChoose: (merged: JsonObject) => void;
}

/** Two changes of one draft side by side, field by field, of which a person makes one. */
export function Conflict({ base, mine, theirs, saving, onChoose }: ConflictProps) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => element.current?.focus(), [theirs.revision]);
  const [takes, setTakes] = useState<Record<string, boolean>>({});
  const { merged, differences } = useMemo(
    () => mergeSpecs(base, mine, theirs.spec, (difference) => !takes[keyOf(difference)]),
    [base, mine, theirs, takes],
  );
  const both = differences.filter((difference) => difference.both);
  const others = differences.filter((difference) => !difference.both);
  return (
    <section
      ref={element}
      tabIndex={-1}
      aria-labelledby="conflict"
      className="my-8 border-l-2 border-rust pl-5 outline-none"
    >
      <h2 id="conflict" className="text-lead">
        Somebody else has changed this draft
      </h2>
      <p className="mt-1 max-w-[38rem]">
        Nothing of yours is lost, and nothing is saved yet.
        {both.length > 0 && " Both of you have changed the fields below: choose what each is to be."}
      </p>
      {both.map((difference) => {
        const key = keyOf(difference);
        const choices: [string, Json | undefined, boolean][] = [
          ["Keep mine", difference.mine, false],
          ["Take theirs", difference.theirs, true],
        ];
        return (
          <fieldset key={key} className="mt-5 min-w-0">
            <legend className="font-medium">{placeInWords(difference.path, theirs.spec)}</legend>
            <div className="grid gap-x-6 sm:grid-cols-2">
              {choices.map(([words, value, theirs]) => (
                <label
                  key={words}
                  className="flex min-h-11 cursor-pointer items-start gap-3 border-t border-rule py-2.5"
                >
                  <input
                    type="radio"
                    name={key}
                    checked={Boolean(takes[key]) === theirs}
                    onChange={() => setTakes((before) => ({ ...before, [key]: theirs }))}
                    className="mt-0.5 size-5 shrink-0 accent-accent"
                  />
                  <span className="min-w-0">
                    {words}
                    <span className="block text-small wrap-anywhere whitespace-pre-line text-quiet">
                      {valueInWords(value)}
                    </span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        );
      })}
      {others.length > 0 && (
        <>
          <p className="mt-5">Their other changes are taken over:</p>
          <ul className="mt-1 text-small">
            {others.map((difference) => (
              <li key={keyOf(difference)} className="wrap-anywhere">
                {placeInWords(difference.path, theirs.spec)}: {valueInWords(difference.theirs)}
              </li>
            ))}
          </ul>
        </>
      )}
      <button type="button" disabled={saving} className="button mt-6 cursor-pointer" onClick={() => onChoose(merged)}>
        {saving ? "Saving…" : "Save both and train"}
      </button>
    </section>
  );
}
