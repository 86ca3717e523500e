import { readRanked } from "@/components/home/rank-models";
import { WayList, type Way } from "./way-list";

const MODELS: Way = {
  href: "/#all-models",
  text: "Models",
  pages: "^/$",
  section: "^/models/(?!.*/api$)",
};
const COMPARE: Way = { href: "/compare", text: "Compare", pages: "^/compare$", section: "^/compare/" };

/** The way to samples of code, which lead on to the reference; where there is no model, to the reference. */
function wayToApi(first: string | undefined): Way {
  const href = first === undefined ? "/docs" : `/models/${first}/api`;
  return { href, text: "API", pages: `^${href}$`, section: "^/(docs|models/[^/]+/api)$" };
}

/** The ways on every page; to the comparison where there is something to compare. */
export async function MainNavigation() {
  // Models that cannot be read fail the page that needs them, not the header of the page that says so.
  const { ranked, questions } = await readRanked().catch(() => ({ ranked: [], questions: [] }));
  const ways = [MODELS, ...(questions.length > 0 ? [COMPARE] : []), wayToApi(ranked[0]?.model.spec.id)];
  return (
    <nav aria-label="Main" className="screen-only ml-auto">
      <WayList
        ways={ways}
        className="-mx-1 flex gap-1 sm:gap-5"
        entry="flex min-h-11 items-center px-1 text-small max-[24rem]:text-caption decoration-accent decoration-2 underline-offset-8 hover:text-accent aria-[current]:underline"
      />
    </nav>
  );
}
