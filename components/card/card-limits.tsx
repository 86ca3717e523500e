import { withBase } from "@/lib/base-path";
import type { Model } from "@/lib/model/model";
import { inSentence } from "@/lib/model/format";
import { versionInWords } from "@/components/version-words";
import { figuresInWords } from "./sentences";

/** What no figure above can tell, whatever the model, and where to read the card by machine. */
export function CardLimits({ model, published }: { model: Model; published: boolean }) {
  const { spec, evidence } = model;
  return (
    <>
      <ul className="max-w-[38rem] space-y-2">
        {evidence && <li>{figuresInWords(evidence)}</li>}
        <li>
          What goes with a higher {inSentence(spec.target.label)} need not be what makes it higher: a coefficient is no
          promise of what a change would bring.
        </li>
        {evidence && (
          <li>
            Accuracy is that of many estimates together. A single one can be much further off, which is why each has its
            own range.
          </li>
        )}
      </ul>
      <p className="mt-6 text-caption text-quiet">
        {versionInWords(model)}{" "}
        {published && (
          <a href={withBase(`/api/models/${spec.id}`)} className="link screen-only">
            The same card for machines
          </a>
        )}
      </p>
    </>
  );
}
