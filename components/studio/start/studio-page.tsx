import { pageToken } from "@/components/page-token";
import { Section } from "@/components/section";
import { listPublished } from "@/lib/registry/registry";
import { withStore } from "@/lib/store/store";
import Link from "next/link";
import { Studio } from "./studio";

/** Where the owner makes a model from a file, and finds what was made before. */
export async function StudioPage() {
  // Without a store there are no drafts: the page says so before somebody chooses a file.
  await withStore(() => Promise.resolve());
  const published = (await listPublished()).filter(({ origin }) => origin === "store");
  const outlines = await Promise.allSettled(published.map((entry) => entry.outline()));
  const models = outlines.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  return (
    <article>
      <div className="spread pt-8 pb-10 lg:pt-14 lg:pb-14">
        <div className="max-w-[46rem] min-w-0 lg:col-start-2">
          <h1 className="text-title tracking-[-0.035em]">Studio</h1>
          <p className="mt-5 max-w-[36rem] text-lead text-quiet">
            From a file to a published model. Nothing is public before you publish it.
          </p>
        </div>
      </div>
      <Studio token={await pageToken()} />
      <Section title="Published models">
        {models.length === 0 && <p>No model is published from here yet.</p>}
        <ul>
          {models.map(({ spec, version }) => (
            <li
              key={spec.id}
              className="flex flex-wrap items-center justify-between gap-x-6 border-t border-rule first:border-0"
            >
              <Link href={`/models/${spec.id}`} className="link inline-flex min-h-11 items-center">
                {spec.title}
              </Link>
              <span className="flex items-center gap-x-6 text-small">
                <code className="font-mono text-caption">{version}</code>
                <Link
                  href={`/models/${spec.id}/versions`}
                  aria-label={`Versions of ${spec.title}`}
                  className="link inline-flex min-h-11 items-center"
                >
                  Versions
                </Link>
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </article>
  );
}
