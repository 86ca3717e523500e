"use client";

import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import Link from "next/link";
import { useState } from "react";
import { SAVE_WORDS } from "./button-words";
import { addSaved, byModel, dropSaved, keyOf, type Saved } from "./list";
import { ModelGroup } from "./model-group";
import type { SavedModel } from "./saved-model";
import { changeSaved, forgetSaved, useSaved, type ChangeFault } from "./storage";
import { SAVED_WORDS } from "./words";

/** All that is saved on this device, by model; deleting can be undone until the page is left. */
export function SavedList({ models }: { models: SavedModel[] }) {
  const words = useWords(SAVED_WORDS);
  const { faults } = useWords(SAVE_WORDS);
  const write = useWriter();
  const kept = useSaved();
  const [removed, setRemoved] = useState<Saved[]>([]);
  const [fault, setFault] = useState<ChangeFault>();
  if (kept === undefined) return null;

  if (kept.list === undefined) {
    return (
      <div role="alert">
        <p>{faults[kept.fault]}</p>
        {kept.fault === "unreadable" && (
          <button type="button" className="link mt-2 min-h-11 cursor-pointer" onClick={() => setFault(forgetSaved())}>
            {words.startAgain}
          </button>
        )}
        {fault && <p className="text-rust">{faults[fault]}</p>}
      </div>
    );
  }

  const { list, unread } = kept;
  const groups = [...byModel(list)];
  const isComparable = groups.some(([, group]) => group.length > 1);
  function remove(gone: Saved[]) {
    const failed = changeSaved((current) => dropSaved(current, new Set(gone.map(keyOf))));
    setFault(failed);
    if (!failed) setRemoved(gone);
  }
  function undo() {
    const failed = changeSaved((current) => addSaved(current, removed));
    setFault(failed);
    if (!failed) setRemoved([]);
  }

  return (
    <>
      <div role="status" className="text-small not-empty:mb-6">
        {removed.length > 0 && (
          <p className="flex flex-wrap items-center gap-x-4 border-l-2 border-accent pl-4">
            {words.removed(write, removed.length)}
            {/* Takes the focus of the button that has gone with what it deleted. */}
            <button
              key={keyOf(removed[0]!)}
              type="button"
              autoFocus
              className="link min-h-11 cursor-pointer"
              onClick={undo}
            >
              {words.undo}
            </button>
          </p>
        )}
        {fault && <p className="text-rust">{faults[fault]}</p>}
      </div>
      {unread > 0 && <p className="mt-4 text-small text-rust">{words.unread(write, unread)}</p>}
      {list.length === 0 ? (
        <>
          <p className="mt-4 max-w-[38rem]">{words.empty}</p>
          <Link href="/#all-models" className="button mt-6">
            {words.models}
          </Link>
        </>
      ) : (
        <>
          {!isComparable && <p className="mb-6 text-small text-quiet">{words.saveToCompare}</p>}
          {groups.map(([id, group]) => (
            <ModelGroup key={id} group={group} model={models.find((model) => model.id === id)} onRemove={remove} />
          ))}
          <p className="border-t border-rule pt-4">
            <button
              type="button"
              className="link screen-only min-h-11 cursor-pointer text-small"
              onClick={() => remove(list)}
            >
              {words.removeAll}
            </button>
          </p>
        </>
      )}
    </>
  );
}
