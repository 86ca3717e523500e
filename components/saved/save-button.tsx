"use client";

import { useWords } from "@/components/language/use-words";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { SAVE_WORDS } from "./button-words";
import { addSaved, keyOf, type ToSave } from "./list";
import { changeSaved, useSaved, type ChangeFault } from "./storage";

/** Saves an estimate on this device; leads to the list once it is saved. */
export function SaveButton({ estimate }: { estimate: ToSave }) {
  const words = useWords(SAVE_WORDS);
  const kept = useSaved();
  const [outcome, setOutcome] = useState<ChangeFault | "done">();
  const key = keyOf(estimate);
  const link = useRef<HTMLAnchorElement>(null);
  const isSaved = kept?.list?.some((saved) => keyOf(saved) === key) ?? false;

  // The link takes the focus of the button whose place it takes.
  useEffect(() => {
    if (isSaved && outcome === "done") link.current?.focus();
  }, [isSaved, outcome]);

  function save() {
    setOutcome(changeSaved((list) => addSaved(list, [{ ...estimate, savedAt: Date.now() }])) ?? "done");
  }

  return (
    <span className="screen-only inline-flex flex-wrap items-center gap-x-3 noscript:hidden">
      {isSaved ? (
        <Link ref={link} href="/saved" prefetch={false} className="link flex min-h-11 items-center">
          {words.all}
        </Link>
      ) : (
        <button type="button" className="link min-h-11 cursor-pointer" onClick={save}>
          {words.save}
        </button>
      )}
      <span role="status" className="text-caption text-quiet">
        {outcome === "done" ? isSaved && words.done : outcome && words.faults[outcome]}
      </span>
    </span>
  );
}
