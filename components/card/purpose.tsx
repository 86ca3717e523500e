import { Disclaimer, LimitList } from "@/components/limit-list";
import { formPath } from "@/components/query";
import { inSentence } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import Link from "next/link";

export function Purpose({ model: { spec }, published }: { model: Model; published: boolean }) {
  return (
    <section aria-labelledby="purpose-heading" className="mt-10 max-w-[38rem]">
      <h2 id="purpose-heading" className="mb-2 text-small text-quiet">
        What it is for
      </h2>
      <p className="text-lead">{spec.card.intendedUse}</p>
      <h2 className="mt-8 mb-2 text-small text-quiet">What it does not know, and is not for</h2>
      <Disclaimer spec={spec} />
      <LimitList spec={spec} />
      {published && (
        <Link href={formPath(spec)} className="link screen-only mt-5 inline-flex min-h-11 items-center">
          Estimate the {inSentence(spec.target.label)}
        </Link>
      )}
    </section>
  );
}
