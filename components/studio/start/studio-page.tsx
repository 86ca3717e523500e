import { readLocale } from "@/components/language/read-locale";
import { pageToken } from "@/components/page-token";
import { Section } from "@/components/section";
import { specIn } from "@/lib/model/translate";
import { listPublished } from "@/lib/registry/registry";
import { withStore } from "@/lib/store/store";
import Link from "next/link";
import { STUDIO_WORDS } from "../words";
import { Studio } from "./studio";
import { START_WORDS } from "./words";

/** The page on which the owner makes a model from a file, with the drafts and the published models. */
export async function StudioPage() {
  const locale = await readLocale();
  const words = START_WORDS[locale];
  // Without a store there are no drafts: the page says so before somebody chooses a file.
  await withStore(() => Promise.resolve());
  const published = (await listPublished()).filter(({ origin }) => origin === "store");
  const outlines = await Promise.allSettled(published.map((entry) => entry.outline()));
  const models = outlines.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  return (
    <article>
      <div className="spread pt-8 pb-10 lg:pt-14 lg:pb-14">
        <div className="max-w-[46rem] min-w-0 lg:col-start-2">
          <h1 className="text-title tracking-[-0.035em]">{STUDIO_WORDS[locale].studio}</h1>
          <p className="mt-5 max-w-[36rem] text-lead text-quiet">{words.lead}</p>
        </div>
      </div>
      <Studio token={await pageToken()} />
      <Section title={words.published}>
        {models.length === 0 && <p>{words.nonePublished}</p>}
        <ul>
          {models.map(({ spec, version }) => (
            <li
              key={spec.id}
              className="flex flex-wrap items-center justify-between gap-x-6 border-t border-rule first:border-0"
            >
              <Link href={`/models/${spec.id}`} className="link inline-flex min-h-11 items-center">
                {specIn(spec, locale).title}
              </Link>
              <span className="flex items-center gap-x-6 text-small">
                <code className="font-mono text-caption">{version}</code>
                <Link
                  href={`/models/${spec.id}/versions`}
                  aria-label={words.versionsOf(specIn(spec, locale).title)}
                  className="link inline-flex min-h-11 items-center"
                >
                  {STUDIO_WORDS[locale].versions}
                </Link>
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </article>
  );
}
