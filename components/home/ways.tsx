import { CodeBox } from "@/components/calls/code-box";
import { asCurlLine } from "@/components/calls/curl";
import { batchPath } from "@/components/query";
import { CopyButton } from "@/components/copy-button";
import { withBase } from "@/lib/base-path";
import type { Inputs } from "@/lib/model/inputs/value";
import type { Spec } from "@/lib/model/spec";
import Link from "next/link";
import type { ReactNode } from "react";

interface WaysProps {
  /** The model of the form above. */
  spec: Pick<Spec, "id">;
  inputs: Inputs;
  origin: string;
  /** Whether calls need a key. */
  keyed?: boolean;
  /** Whether the reader is the owner of this server. */
  owner?: boolean;
}

function Way({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-16 gap-y-1 border-t border-rule py-4 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <h3 className="text-small font-medium lg:pt-0.5">{title}</h3>
      <div className="min-w-0 max-w-[46rem]">{children}</div>
    </div>
  );
}

/** What to do next, one line for each kind of reader: who needs a number, who calls the API, who owns a model. */
export function Ways({ spec, inputs, origin, keyed = false, owner = false }: WaysProps) {
  const call = asCurlLine(`${origin}/api/models/${spec.id}/predict`, inputs, keyed);
  return (
    <section aria-labelledby="ways-heading" className="mt-12 lg:mt-16">
      <h2 id="ways-heading" className="sr-only">
        Three ways to use it
      </h2>
      <Way title="For people">
        <p>
          Press the button to see the reasons and to share the estimate. For many rows,{" "}
          <Link href={batchPath(spec)} className="link">
            estimate from a CSV file
          </Link>
          .
        </p>
      </Way>
      <Way title="For developers">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p>
            The same estimate in one request.{" "}
            <Link href={`/models/${spec.id}/api`} className="link">
              More samples
            </Link>
            ,{" "}
            <Link href="/docs" className="link">
              API reference
            </Link>
          </p>
          <CopyButton of="home-curl">Copy</CopyButton>
        </div>
        <CodeBox id="home-curl" label="curl" text={call} />
      </Way>
      <OwnersWay owner={owner} />
    </section>
  );
}

/** How a model of one's own gets here: for the owner of the server, by the studio. */
export function OwnersWay({ owner }: { owner: boolean }) {
  if (owner) {
    return (
      <Way title="For owners of a model">
        <p>
          Publish yours in the{" "}
          <Link href="/studio" className="link">
            studio
          </Link>
          , from a table or a fitted model.
        </p>
      </Way>
    );
  }
  return (
    <Way title="For owners of a model">
      <p>
        Publish yours:{" "}
        <code className="font-mono text-small wrap-anywhere">npm run new -- housing.csv --target price</code> in the
        folder of Glasshouse, or{" "}
        <a href={withBase("/import")} className="link">
          import a fitted model
        </a>
        .
      </p>
    </Way>
  );
}
