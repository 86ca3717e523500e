import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import type { AlertRule } from "@/lib/model/alert-rules";
import type { Model } from "@/lib/model/model";
import type { MonitoringReport } from "@/lib/monitoring/report";
import Link from "next/link";
import type { ComponentType, ReactNode } from "react";
import { ALERT_WORDS } from "./alert-words";
import { slugOf } from "./anchors";
import { counted } from "./counted";
import { isBad } from "./verdict-words";

/** What to do next about an open alert, by what its rule watches. */

interface Case {
  model: Model;
  report: MonitoringReport;
}

/** More inputs than these are behind one link. */
const MOST_NAMED = 3;

/** A link of a sentence. */
function To({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="link">
      {children}
    </Link>
  );
}

/** A part of the model's page, over the days that alerts are about. */
function partOf({ spec }: Model, name: string): string {
  return `/monitoring/${spec.id}?days=30#${name}`;
}

function Step({
  of: { before, link, after = "." },
  to,
}: {
  of: { before: string; link: string; after?: string };
  to: string;
}) {
  return (
    <>
      {before}
      <To href={to}>{link}</To>
      {after}
    </>
  );
}

/** @param lasting whether it is worth while only if the change lasts */
function Retrain({ model, lasting = false }: { model: Model; lasting?: boolean }) {
  const { retrain, refit, retrainIfLasting, refitIfLasting } = useWords(ALERT_WORDS);
  return model.spec.training ? (
    <Step of={lasting ? retrainIfLasting : retrain} to={partOf(model, "retrain")} />
  ) : (
    <Step of={lasting ? refitIfLasting : refit} to="/import" />
  );
}

/** The inputs that drifted, each with the way to its chart. */
function SeeChanged({ model, report: { drift } }: Case) {
  const { seeChanged } = useWords(ALERT_WORDS);
  const write = useWriter();
  const drifted = drift.features.filter(({ verdict }) => isBad(verdict));
  if (drifted.length === 0 || drifted.length > MOST_NAMED) {
    return <Step of={seeChanged} to={partOf(model, "drift")} />;
  }
  return (
    <>
      {seeChanged.before}
      {drifted.map((feature, index) => (
        <span key={slugOf(feature)}>
          {index > 0 && ", "}
          <To href={partOf(model, slugOf(feature))}>{write.inSentence(feature.label)}</To>
        </span>
      ))}
      {seeChanged.after}
    </>
  );
}

/** Whether the accuracy has suffered: read it, or report outcomes. */
function CheckAccuracy({ model, report: { performance } }: Case) {
  const { seeAccuracy, reportOutcomes } = useWords(ALERT_WORDS);
  const { locale } = useWriter();
  const { outcomes, fewest } = performance;
  if (outcomes < fewest) return <Step of={reportOutcomes} to="/docs#reportOutcome" />;
  const link = seeAccuracy.link(counted(locale, outcomes, "reported"));
  return <Step of={{ before: seeAccuracy.before, link }} to={partOf(model, "accuracy")} />;
}

function DriftSteps(about: Case) {
  return (
    <>
      <li>
        <SeeChanged {...about} />
      </li>
      <li>
        <CheckAccuracy {...about} />
      </li>
      <li>
        <Retrain model={about.model} lasting />
      </li>
    </>
  );
}

function AccuracySteps({ model }: Case) {
  const { seeWorse, seeGroups } = useWords(ALERT_WORDS);
  return (
    <>
      <li>
        <Step of={seeWorse} to={partOf(model, "accuracy")} />
      </li>
      <li>
        <Step of={seeGroups} to={partOf(model, "segments")} />
      </li>
      <li>
        <Retrain model={model} />
      </li>
    </>
  );
}

function RefusalSteps({ model }: Case) {
  const { seeBeginning, compareInputs, widen, widenElsewhere } = useWords(ALERT_WORDS);
  return (
    <>
      <li>
        <Step of={seeBeginning} to={partOf(model, "volume")} />
      </li>
      <li>
        {compareInputs.before}
        <To href={partOf(model, "drift")}>{compareInputs.drift}</To>,{" "}
        <To href={`/models/${model.spec.id}/card#data`}>{compareInputs.data}</To>.
      </li>
      <li>{model.spec.training ? <Step of={widen} to="/studio" /> : <Step of={widenElsewhere} to="/import" />}</li>
    </>
  );
}

function VolumeSteps({ model }: Case) {
  const { seeEnd, seeAnswer, seeKeys } = useWords(ALERT_WORDS);
  return (
    <>
      <li>
        <Step of={seeEnd} to={partOf(model, "volume")} />
      </li>
      <li>
        <Step of={seeAnswer} to={`/models/${model.spec.id}`} />
      </li>
      <li>
        <Step of={seeKeys} to="/admin/keys" />
      </li>
    </>
  );
}

/** Three steps each, in the order in which to take them. */
export const ALERT_STEPS: Record<AlertRule["metric"], ComponentType<Case>> = {
  drift: DriftSteps,
  accuracy: AccuracySteps,
  refusals: RefusalSteps,
  volume: VolumeSteps,
};
