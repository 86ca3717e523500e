import { slugOf } from "./anchors";
import { counted, isBad } from "./sentences";
import type { AlertRule } from "@/lib/model/alert-rules";
import { inSentence } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import type { MonitoringReport } from "@/lib/monitoring/report";
import Link from "next/link";
import type { ReactNode } from "react";

/** What a standing alert means and what to do next, by what its rule watches. */

interface Case {
  model: Model;
  report: MonitoringReport;
}

interface Guide {
  /** After "Open alert:". */
  title: string;
  meaning: string;
  /** Three, in the order in which to take them. */
  steps: (about: Case) => ReactNode[];
}

/** More inputs than these are behind one link. */
const MOST_NAMED = 3;

/** A part of the model's page, over the days that alerts are about. */
function Part({ of, name, children }: { of: Model; name: string; children: ReactNode }) {
  return (
    <Link href={`/monitoring/${of.spec.id}?days=30#${name}`} className="link">
      {children}
    </Link>
  );
}

/** @param when the condition before it, if there is one */
function retrain(model: Model, when = ""): ReactNode {
  return model.spec.training ? (
    <>
      {when === "" ? "Train" : `${when}train`} it again on its rows and the reported outcomes:{" "}
      <Part of={model} name="retrain">
        train again
      </Part>
      . You compare before it answers.
    </>
  ) : (
    <>
      {when === "" ? "Fit" : `${when}fit`} the model again on recent rows, and{" "}
      <Link href="/import" className="link">
        import the new file
      </Link>
      .
    </>
  );
}

function driftedOf({ drift }: MonitoringReport) {
  return drift.features.filter(({ verdict }) => isBad(verdict));
}

/** Whether the accuracy has suffered: read it, or ask for outcomes. */
function checkAccuracy({ model, report: { performance } }: Case): ReactNode {
  const { outcomes, fewest } = performance;
  return outcomes >= fewest ? (
    <>
      See whether the estimates are still right:{" "}
      <Part of={model} name="accuracy">
        accuracy of {counted(outcomes, "reported outcome")}
      </Part>
      .
    </>
  ) : (
    <>
      Report outcomes, which show whether the estimates are still right:{" "}
      <Link href="/docs#reportOutcome" className="link">
        one at a time, or many as CSV
      </Link>
      .
    </>
  );
}

export const ALERT_GUIDES: Record<AlertRule["metric"], Guide> = {
  drift: {
    title: "input drift",
    meaning:
      "Requests of the last 30 days differ from the training data. Where they do, the estimates rest on few examples and may be less accurate than the card claims.",
    steps: (about) => {
      const drifted = driftedOf(about.report);
      const named = drifted.length > 0 && drifted.length <= MOST_NAMED;
      return [
        <>
          See what changed:{" "}
          {named ? (
            drifted.map((feature, index) => (
              <span key={slugOf(feature)}>
                {index > 0 && ", "}
                <Part of={about.model} name={slugOf(feature)}>
                  {inSentence(feature.label)}
                </Part>
              </span>
            ))
          ) : (
            <Part of={about.model} name="drift">
              inputs beside the training data
            </Part>
          )}
          . A caller that sends another unit looks like drift too.
        </>,
        checkAccuracy(about),
        retrain(about.model, "If the change will last, "),
      ];
    },
  },
  accuracy: {
    title: "accuracy",
    meaning:
      "Outcomes of the last 30 days are further from the estimates than the card claims, by more than chance makes. The ranges may hold the truth less often, too.",
    steps: ({ model }) => [
      <>
        See which figures are worse, and since when:{" "}
        <Part of={model} name="accuracy">
          accuracy against the card
        </Part>
        .
      </>,
      <>
        See whether all estimates are affected or one group:{" "}
        <Part of={model} name="segments">
          accuracy by group
        </Part>
        .
      </>,
      retrain(model),
    ],
  },
  refusals: {
    title: "refused requests",
    meaning:
      "Many requests of the last 30 days got no estimate: their values were too far from the training data, or the estimate made no sense. The people who sent them had no answer.",
    steps: ({ model }) => [
      <>
        See when it began:{" "}
        <Part of={model} name="volume">
          requests by week
        </Part>
        .
      </>,
      <>
        Compare what is sent with what the model knows:{" "}
        <Part of={model} name="drift">
          input drift
        </Part>
        , and{" "}
        <Link href={`/models/${model.spec.id}/card#data`} className="link">
          the training data
        </Link>
        .
      </>,
      retrain(model),
    ],
  },
  volume: {
    title: "few requests",
    meaning: "Fewer requests came in the last 30 days than the description of the model expects.",
    steps: ({ model }) => [
      <>
        See when they stopped:{" "}
        <Part of={model} name="volume">
          requests by week
        </Part>
        .
      </>,
      <>
        See whether the model answers:{" "}
        <Link href={`/models/${model.spec.id}`} className="link">
          get an estimate
        </Link>
        .
      </>,
      <>
        See whether callers still have their keys:{" "}
        <Link href="/admin/keys" className="link">
          keys and when they were last used
        </Link>
        .
      </>,
    ],
  },
};
