import { useWords } from "@/components/language/use-words";
import { Section } from "@/components/section";
import type { DraftAnswer } from "@/lib/api/resources/drafts/schema";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Caller, Failed } from "./api";
import { DRAFT_WORDS } from "./draft-words";
import { PlainButton } from "./edit/fields";
import { keep } from "./edit/kept";
import { Trouble } from "./trouble";
import { STUDIO_WORDS } from "./words";

/** Asks before a draft is deleted with its file. */
export function DeleteDraft({ draft, caller }: { draft: DraftAnswer; caller: Caller }) {
  const words = useWords(DRAFT_WORDS);
  const studio = useWords(STUDIO_WORDS);
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
    <Section title={words.delete}>
      {asking ? (
        <div role="group" aria-labelledby="delete-draft" className="border-l-2 border-rust pl-5">
          <p id="delete-draft" className="text-lead">
            {words.question(draft.file.name)}
          </p>
          <p className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
            <button type="button" autoFocus className="button cursor-pointer" onClick={() => void remove()}>
              {words.deleteIt}
            </button>
            <PlainButton onClick={() => setAsking(false)}>{studio.keep}</PlainButton>
          </p>
        </div>
      ) : (
        <PlainButton onClick={() => setAsking(true)}>{words.deleteThis}</PlainButton>
      )}
      {failed && <Trouble failed={failed} />}
    </Section>
  );
}
