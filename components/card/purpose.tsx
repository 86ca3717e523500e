import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { Disclaimer, LimitList } from "@/components/limit-list";
import { formPath } from "@/components/query";
import type { Model } from "@/lib/model/model";
import Link from "next/link";
import { CARD_WORDS } from "./words";

export function Purpose({ model: { spec }, published }: { model: Model; published: boolean }) {
  const words = useWords(CARD_WORDS);
  const { inSentence } = useWriter();
  return (
    <section aria-labelledby="purpose-heading" className="mt-10 max-w-[38rem]">
      <h2 id="purpose-heading" className="mb-2 text-small text-quiet">
        {words.intendedUse}
      </h2>
      <p className="text-lead">{spec.card.intendedUse}</p>
      <h2 className="mt-8 mb-2 text-small text-quiet">{words.limits}</h2>
      <Disclaimer spec={spec} />
      <LimitList spec={spec} />
      {published && (
        <Link href={formPath(spec)} className="link screen-only mt-5 inline-flex min-h-11 items-center">
          {words.estimate(inSentence(spec.target))}
        </Link>
      )}
    </section>
  );
}
