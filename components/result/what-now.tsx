import { Disclosure } from "@/components/disclosure";
import { asCurl } from "@/components/calls/curl";
import { CodeSample } from "@/components/calls/code-sample";
import { callsPath, estimatePath, formPath } from "@/components/query";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";
import Link from "next/link";
import { CopyButton } from "@/components/copy-button";
import { PrintButton } from "./print-button";

const MOST_CHARACTERS = 500;

/** What to do with an estimate: change it, send it on, print it, ask for it from a program. */
export function WhatNow({ model, inputs, origin }: { model: Model; inputs: Inputs; origin: string }) {
  const { spec, version } = model;
  const address = origin + estimatePath(spec, inputs);
  const predictUrl = `${origin}/api/models/${spec.id}/predict`;
  return (
    <>
      <Link href={formPath(spec, inputs)} className="button screen-only">
        Change the answers
      </Link>
      <p className="screen-only mt-6 max-w-[38rem]">
        The address of this page holds everything you entered. Bookmark it, print it or send it on: it gives the same
        estimate as long as the model stays the same.
      </p>
      <p
        id="page-address"
        // An address of very many answers is looked through, not shown whole.
        tabIndex={address.length > MOST_CHARACTERS ? 0 : undefined}
        className={`mt-4 border-l-2 border-rule pl-4 text-small text-quiet wrap-anywhere print:mt-0 ${address.length > MOST_CHARACTERS ? "max-h-28 overflow-y-auto print:max-h-none" : ""}`}
      >
        {address}
      </p>
      <div className="screen-only mt-2 flex flex-wrap items-center gap-x-8 text-small">
        <CopyButton of="page-address">Copy the link</CopyButton>
        <PrintButton />
      </div>
      <Disclosure summary="The same question from a program" className="screen-only mt-2 text-small">
        <div className="mt-4">
          <CodeSample id="call-curl" title="In a shell" text={asCurl(predictUrl, inputs)} />
        </div>
        <Link href={callsPath(spec, inputs)} className="link mt-2 inline-flex min-h-11 items-center">
          In JavaScript, TypeScript, Python and R
        </Link>
      </Disclosure>
      <p className="mt-6 text-caption text-quiet">
        {spec.title}, version {version}. {spec.card.source}
      </p>
    </>
  );
}
