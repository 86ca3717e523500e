import { readRanked } from "@/components/home/rank-models";
import { readLocale } from "@/components/language/read-locale";
import { WayList, type Way } from "./way-list";
import { NAVIGATION_WORDS } from "./words";

/** The ways on every page; to the comparison where there is something to compare. */
export async function MainNavigation() {
  // Models that cannot be read fail the page that needs them, not the header of the page that says so.
  const { ranked, questions } = await readRanked().catch(() => ({ ranked: [], questions: [] }));
  const words = NAVIGATION_WORDS[await readLocale()];
  const first = ranked[0]?.model.spec.id;
  // Samples of code lead on to the reference.
  const api = first === undefined ? "/docs" : `/models/${first}/api`;
  const ways: Way[] = [
    { href: "/#all-models", text: words.models, pages: "^/$", section: "^/models/(?!.*/api$)" },
    ...(questions.length > 0
      ? [{ href: "/compare", text: words.compare, pages: "^/compare$", section: "^/compare/" }]
      : []),
    { href: api, text: words.api, pages: `^${api}$`, section: "^/(docs|models/[^/]+/api)$" },
  ];
  return (
    <nav aria-label={words.main} className="screen-only ml-auto">
      <WayList
        ways={ways}
        className="-mx-1 flex gap-1 sm:gap-5"
        entry="flex min-h-11 items-center px-1 text-small max-[24rem]:text-caption decoration-accent decoration-2 underline-offset-8 hover:text-accent aria-[current]:underline"
      />
    </nav>
  );
}
