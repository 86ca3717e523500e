import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { alertInWords } from "@/components/monitoring/alert-sentences";
import { storeFaultInWords } from "@/components/store-words";
import { defaultAlertRules } from "@/lib/model/alert-rules";
import type { Inside, PipelineState } from "./state";
import { typicalErrorOf } from "@/components/accuracy-measures";
import type { Writer } from "@/lib/model/format";
import type { Listed } from "@/lib/registry/outline";
import Link from "next/link";
import { ModelLines } from "./model-lines";
import { NotServedLines } from "./not-served-lines";
import { Stage } from "./stage";
import { LastActions, StudioStages } from "./studio-stages";
import { PIPELINE_WORDS } from "./words";

/** The part of a stage that is for the owner and a reviewer. */
function Owners({ inside, write }: { inside: PipelineState["inside"]; write: (inside: Inside) => string }) {
  return inside && !("fault" in inside) ? <p>{write(inside)}</p> : null;
}

function alertsInWords({ standing, lastAlert }: Inside, models: Listed[], write: Writer): string {
  const words = PIPELINE_WORDS[write.locale];
  if (!lastAlert) return words.noAlert;
  const { rule, event, model, at } = lastAlert;
  const spec = models.find((each) => each.spec.id === model)?.spec;
  const known = (spec?.alerts ?? defaultAlertRules).find(({ id }) => id === rule);
  const about = known ? alertInWords(write.locale, known) : rule;
  const last = words.lastAlert(about, spec?.title ?? model, event === "fired", write.day(at));
  return `${words.openAlerts(standing)} ${last}`;
}

/** The stages from a table to a public model and back, each with its state at this moment. */
export function Pipeline({ state }: { state: PipelineState }) {
  const words = useWords(PIPELINE_WORDS);
  const write = useWriter();
  const { models, access, notServed, inside } = state;
  const link = "link inline-flex min-h-11 items-center";
  const fault = inside !== undefined && "fault" in inside;
  return (
    <ol className="mt-12 max-w-[52rem] pl-3">
      <Stage {...words.data}>
        <ModelLines
          models={models}
          href={({ spec }) => `/models/${spec.id}/card#data`}
          write={({ evidence }) => (evidence ? words.rows(evidence.rows) : words.noRows)}
        />
      </Stage>
      <Stage {...words.training}>
        <ModelLines
          models={models}
          href={({ spec }) => `/models/${spec.id}/card#accuracy`}
          write={(model) =>
            model.evidence ? words.medianError(typicalErrorOf(model, model.evidence)) : words.accuracyUnknown
          }
        />
      </Stage>
      <Stage {...words.file}>
        <ModelLines
          models={models}
          href={({ spec }) => `/models/${spec.id}/card`}
          write={({ version }) => <code className="font-mono text-caption">{version}</code>}
        />
      </Stage>
      <Stage {...words.registry} bad={notServed.length > 0}>
        <p>
          <Link href="/#all-models" className={link}>
            {words.models(models.length)}
          </Link>{" "}
          {words.loaded}
        </p>
        <NotServedLines models={notServed} />
      </Stage>
      {inside && !fault && <StudioStages studio={inside.studio} models={models} />}
      <Stage {...words.doors}>
        <div className="grid gap-x-10 sm:grid-cols-2">
          <div className="border-t border-rule py-1">
            <h3 className="pt-2 text-small text-quiet">{words.form}</h3>
            {models.map(({ spec }) => (
              <Link key={spec.id} href={`/models/${spec.id}`} className={`${link} w-full`}>
                {spec.title}
              </Link>
            ))}
          </div>
          <div className="border-t border-rule py-1">
            <h3 className="pt-2 text-small text-quiet">{words.api}</h3>
            {models.map(({ spec }) => (
              <Link key={spec.id} href={`/models/${spec.id}/api`} className={`${link} w-full`}>
                {words.fromCode(spec.title)}
              </Link>
            ))}
          </div>
        </div>
        <Owners inside={inside} write={({ predictionsToday }) => words.requestsToday(predictionsToday)} />
      </Stage>
      <Stage {...words.outcomes} bad={fault}>
        <Owners inside={inside} write={({ outcomes }) => words.outcomesOfMonth(outcomes)} />
      </Stage>
      <Stage {...words.monitoring} bad={fault || (inside !== undefined && "standing" in inside && inside.standing > 0)}>
        <Owners inside={inside} write={(owned) => alertsInWords(owned, models, write)} />
        {fault && <p className="text-rust">{storeFaultInWords(write.locale, inside.fault)}</p>}
        {access !== "in" && !fault && <p className="text-quiet">{words.forOwner}</p>}
        <Link href="/monitoring" className={link}>
          {access === "in" ? words.toMonitoring : access === "closed" ? words.becomeOwner : words.logIn}
        </Link>
      </Stage>
      {inside && !fault && <LastActions actions={inside.studio.actions} />}
    </ol>
  );
}
