import { useWords } from "@/components/language/use-words";
import { useEffect, useMemo, useRef, useState } from "react";
import { useLocale } from "#locale";
import type { Json, JsonObject } from "../json";
import { keyOf, mergeSpecs } from "./merge";
import { placeInWords, valueInWords } from "./place-words";
import type { Described } from "./use-description";
import { EDIT_WORDS } from "./words";

interface ConflictProps {
  base: JsonObject;
  mine: JsonObject;
  theirs: Described;
  saving: boolean;
  onChoose: (merged: JsonObject) => void;
}

/** Two changes of one draft side by side, field by field, for a person to choose from. */
export function Conflict({ base, mine, theirs, saving, onChoose }: ConflictProps) {
  const locale = useLocale();
  const words = useWords(EDIT_WORDS);
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
        {words.conflict}
      </h2>
      <p className="mt-1 max-w-[38rem]">
        {words.nothingLost}
        {both.length > 0 && ` ${words.chooseEach}`}
      </p>
      {both.map((difference) => {
        const key = keyOf(difference);
        const choices: [string, Json | undefined, boolean][] = [
          [words.keepMine, difference.mine, false],
          [words.takeTheirs, difference.theirs, true],
        ];
        return (
          <fieldset key={key} className="mt-5 min-w-0">
            <legend className="font-medium">{placeInWords(locale, difference.path, theirs.spec)}</legend>
            <div className="grid gap-x-6 sm:grid-cols-2">
              {choices.map(([choice, value, theirs]) => (
                <label
                  key={choice}
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
                    {choice}
                    <span className="block text-small wrap-anywhere whitespace-pre-line text-quiet">
                      {valueInWords(locale, value)}
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
          <p className="mt-5">{words.others}</p>
          <ul className="mt-1 text-small">
            {others.map((difference) => (
              <li key={keyOf(difference)} className="wrap-anywhere">
                {placeInWords(locale, difference.path, theirs.spec)}: {valueInWords(locale, difference.theirs)}
              </li>
            ))}
          </ul>
        </>
      )}
      <button type="button" disabled={saving} className="button mt-6 cursor-pointer" onClick={() => onChoose(merged)}>
        {saving ? words.saving : words.saveBoth}
      </button>
    </section>
  );
}
