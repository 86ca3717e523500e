import { Section } from "@/components/section";
import type { DraftAnswer } from "@/lib/api/resources/drafts/schema";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Caller, Failed } from "./api";
import { PlainButton } from "./edit/fields";
import { keep } from "./edit/kept";
import { Trouble } from "./trouble";

/** Asks before a draft is deleted with its file. */
export function DeleteDraft({ draft, caller }: { draft: DraftAnswer; caller: Caller }) {
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState<Failed>();
  const router = useRouter();

  async function remove() {
    const done = await caller.call<unknown>("DELETE", `/api/drafts/${draft.id}`);
    if ("failed" in done) return setFailed(done);
    keep(draft.id, undefined);
    router.push("/studio");
  }
  return (
    <Section title="Delete">
      {asking ? (
        <div role="group" aria-labelledby="delete-draft" className="border-l-2 border-rust pl-5">
          <p id="delete-draft" className="text-lead">
            Delete this draft with {draft.file.name}? It cannot be undone. What is published of it stays.
          </p>
          <p className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
            <button type="button" autoFocus className="button cursor-pointer" onClick={() => void remove()}>
              Delete the draft
            </button>
            <PlainButton onClick={() => setAsking(false)}>Keep it</PlainButton>
          </p>
        </div>
      ) : (
        <PlainButton onClick={() => setAsking(true)}>Delete this draft</PlainButton>
      )}
      {failed && <Trouble failed={failed} />}
    </Section>
  );
}
