import { useWords } from "@/components/language/use-words";
import { SavedList } from "./saved-list";
import type { SavedModel } from "./saved-model";
import { SAVED_WORDS } from "./words";

/** The page of what a reader has saved: the server knows nothing of it. */
export function SavedPage({ models }: { models: SavedModel[] }) {
  const words = useWords(SAVED_WORDS);
  return (
    <>
      <h1 className="pt-6 text-title tracking-[-0.035em] lg:pt-10">{words.title}</h1>
      <p className="mt-5 mb-8 max-w-[38rem] text-quiet">{words.onDevice}</p>
      <p className="hidden max-w-[38rem] noscript:block">{words.needsScript}</p>
      <SavedList models={models} />
    </>
  );
}
