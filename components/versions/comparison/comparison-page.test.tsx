import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { judgeChallenge, type Contest } from "@/lib/judging/challenge";
import { summariseShadow } from "@/lib/judging/shadow-summary";
import { loadModel } from "@/lib/families";
import { filesAs } from "@/lib/testing/published";
import { changesBetween, otherScales } from "@/lib/judging/version-changes";
import { publishedModel } from "@/lib/testing/models";
import { Changes } from "./changes";
import { ComparisonPage } from "./comparison-page";

vi.mock("next/form", () => ({ default: (props: object) => <form {...props} /> }));

const [one, other] = [await filesAs("houses", 0, "house-price"), await filesAs("houses", 2_000_000, "house-price")];
const [champion, challenger] = [loadModel(one.spec, one.bundle), loadModel(other.spec, other.bundle)];
const onLogarithm = await publishedModel("house-price-hedonic");
const facts = { alias: "challenger" as const, author: "owner", note: "a newer quarter", madeAt: 1_700_000_000_000 };

function render(outcomes: number, alias: "challenger" | null = "challenger"): string {
  const contests = Array.from({ length: outcomes }, (_, index): Contest => {
    const actual = 60_000 + 1_000 * index;
    const at = (estimate: number) => ({
      estimate,
      range: { level: 0.8, low: estimate - 9_000, high: estimate + 9_000 },
    });
    return { actual, champion: at(actual - 8_000), challenger: at(actual - 6_000 + 100 * (index % 5)) };
  });
  const shadow = summariseShadow(
    outcomes === 0 ? [] : [{ id: "a", at: 1_700_000_000_000, champion: 90_000, challenger: 92_000, range: null }],
    "CAD",
  );
  const compared = {
    outcomes: {
      ...judgeChallenge(contests, true, "CAD"),
      since: 1_700_000_000_000,
      fromInputs: outcomes,
      fromShadow: 0,
      without: 0,
    },
    ...{ contests, shadow, inputs: new Map([["a", { area: 6_000 }]]) },
  };
  const html = renderToStaticMarkup(
    <ComparisonPage
      {...{ facts: { ...facts, alias }, champion, challenger, compared }}
      promotion="promote"
      query={new URLSearchParams()}
      path={`/models/houses/versions/${challenger.version}`}
    />,
  );
  return html
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, " ");
}

function pageFor(promotion?: "promote"): string {
  const since = 1_700_000_000_000;
  const outcomes = { ...judgeChallenge([], true, "CAD"), since, fromInputs: 0, fromShadow: 0, without: 0 };
  const compared = { outcomes, contests: [], shadow: summariseShadow([], "CAD"), inputs: new Map() };
  const shown = { facts, champion, challenger, compared, promotion };
  return renderToStaticMarkup(<ComparisonPage {...shown} query={new URLSearchParams()} path="/models/houses" />);
}

describe("the page of a version beside the champion", () => {
  it("gives the verdict first, then outcomes, shadow, what changed and one case term by term", () => {
    const text = render(20);
    const order = [
      `Version ${challenger.version}`,
      "The challenger is closer to the outcomes.",
      "On 20 outcomes the challenger’s errors are",
      "On the same outcomes",
      "Both versions estimate the stored inputs again.",
      "The challenger is closer on 20 of 20 outcomes where they differ, more than chance explains",
      "On average the challenger is closer by",
      "In shadow",
      "On 1 prediction in shadow,",
      "What changed",
      "The description is the same.",
      "One case through both versions",
      "The challenger estimates $2,000",
      "Term by term",
      "The sum is the difference of the estimates: +$2,000.",
    ];
    const places = order.map((sentence) => [sentence, text.indexOf(sentence)] as const);
    for (const [sentence, place] of places) expect(place, sentence).toBeGreaterThan(-1);
    expect(places.map(([, place]) => place)).toEqual(places.map(([, place]) => place).sort((a, b) => a - b));
    expect(text).toContain("a newer quarter");
    expect(text).toMatch(/On average the challenger is closer by \d\.\d\spercentage points\./);
  });

  it("says what it waits for without outcomes and shadow, and that a version is no challenger", () => {
    const text = render(0, null);
    expect(text).toContain("Too few outcomes to tell which is closer.");
    expect(text).toContain("No outcome of the champion’s estimates has been reported since 14 Nov 2023");
    expect(text).toContain("The challenger has answered no prediction in shadow yet.");
    expect(text).toContain("This version is not the challenger now.");
  });

  it("says that coefficients on different scales cannot be compared, and compares none", () => {
    const text = renderToStaticMarkup(
      <Changes changes={changesBetween(champion, onLogarithm)} scales={otherScales(champion, onLogarithm)} />,
    );
    expect(text).toContain(
      "The versions are fitted on different scales (value, logarithm), so their coefficients cannot be compared.",
    );
    expect(text).not.toMatch(/coefficients differ|standard errors/i);
    // A phone shows the texts of both versions in halves of its width.
    expect(text).toMatch(/<table role="table" class="data-table stacked"><caption class="sr-only">Differences in/);
  });

  it("leads the owner on to its promotion", () => {
    expect(pageFor("promote")).toContain(`/models/houses/versions?promote=${challenger.version}#decide`);
    expect(pageFor()).not.toContain("promote=");
  });
});
