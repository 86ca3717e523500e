import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { versionInWords } from "@/components/version-words";
import { withBase } from "@/lib/base-path";
import type { Model } from "@/lib/model/model";
import { figuresInWords } from "./sentences";
import { CARD_WORDS } from "./words";

/** What no figure of the card tells, whatever the model, and where to read the card by machine. */
export function CardLimits({ model, published }: { model: Model; published: boolean }) {
  const words = useWords(CARD_WORDS);
  const { locale, inSentence } = useWriter();
  const { spec, evidence } = model;
  return (
    <>
      <ul className="max-w-[38rem] space-y-2">
        {evidence && <li>{figuresInWords(locale, evidence)}</li>}
        <li>{words.notCause(inSentence(spec.target))}</li>
        {evidence && <li>{words.notSingle}</li>}
      </ul>
      <p className="mt-6 text-caption text-quiet">
        {versionInWords(model)}{" "}
        {published && (
          <a href={withBase(`/api/models/${spec.id}`)} className="link screen-only">
            {words.asJson}
          </a>
        )}
      </p>
    </>
  );
}
