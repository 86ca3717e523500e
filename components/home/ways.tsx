import { CodeBox } from "@/components/calls/code-box";
import { asCurlLine } from "@/components/calls/curl";
import { batchPath } from "@/components/query";
import { CopyButton } from "@/components/copy-button";
import { useWords } from "@/components/language/use-words";
import { withBase } from "@/lib/base-path";
import type { Inputs } from "@/lib/model/inputs/value";
import type { Spec } from "@/lib/model/spec";
import Link from "next/link";
import type { ReactNode } from "react";
import { WAYS_WORDS } from "./ways-words";

interface WaysProps {
  /** The model of the form above. */
  spec: Pick<Spec, "id">;
  inputs: Inputs;
  origin: string;
  /** Whether calls need a key. */
  keyed?: boolean;
  /** Whether the reader is the owner of this server. */
  owner?: boolean;
  /** Whether the owner can log in here. */
  login?: boolean;
}

function Way({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-16 gap-y-1 border-t border-rule py-4 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <h3 className="text-small font-medium lg:pt-0.5">{title}</h3>
      <div className="min-w-0 max-w-[46rem]">{children}</div>
    </div>
  );
}

/** What to do next, a line for each kind of reader: for people, for developers, for the owner of a model. */
export function Ways({ spec, inputs, origin, keyed = false, owner = false, login = false }: WaysProps) {
  const words = useWords(WAYS_WORDS);
  const call = asCurlLine(`${origin}/api/models/${spec.id}/predict`, inputs, keyed);
  return (
    <section aria-labelledby="ways-heading" className="mt-12 lg:mt-16">
      <h2 id="ways-heading" className="sr-only">
        {words.heading}
      </h2>
      <Way title={words.people}>
        <p>
          {words.file((text) => (
            <Link href={batchPath(spec)} className="link">
              {text}
            </Link>
          ))}
        </p>
      </Way>
      <Way title={words.developers}>
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p>
            {words.call}{" "}
            <Link href={`/models/${spec.id}/api`} className="link">
              {words.samples}
            </Link>
            ,{" "}
            <Link href="/docs" className="link">
              {words.reference}
            </Link>
          </p>
          <CopyButton of="home-curl">{words.copy}</CopyButton>
        </div>
        <CodeBox id="home-curl" label="curl" text={call} />
      </Way>
      <OwnersWay owner={owner} login={login} />
    </section>
  );
}

const COMMAND = <code className="font-mono text-small wrap-anywhere">npm run new -- housing.csv --target price</code>;

/** How a model of one's own gets here: for the owner of the server, by the studio. */
export function OwnersWay({ owner, login }: { owner: boolean; login: boolean }) {
  const words = useWords(WAYS_WORDS);
  const toStudio = (text: string) => (
    <Link href="/studio" className="link">
      {text}
    </Link>
  );
  return (
    <Way title={words.owners}>
      <p>
        {owner
          ? words.studio(toStudio)
          : words.publish(COMMAND, (text) => (
              <a href={withBase("/import")} className="link">
                {text}
              </a>
            ))}
        {!owner && login && <> {words.login(toStudio)}</>}
      </p>
    </Way>
  );
}
