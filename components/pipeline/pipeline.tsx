import { counted, openAlerts } from "@/components/monitoring/sentences";
import type { Inside, PipelineState } from "./state";
import { asSentence } from "@/components/words";
import { typicalErrorOf } from "@/components/accuracy-measures";
import { formatCount, formatQuantity, inSentence, writerOf } from "@/lib/model/format";
import type { Listed } from "@/lib/registry/outline";
import Link from "next/link";
import { ModelLines } from "./model-lines";
import { NotServedLines } from "./not-served-lines";
import { Stage } from "./stage";
import { LastActions, StudioStages } from "./studio-stages";

/** What the owner and a reviewer see of a station; others see nothing here. */
function Owners({ inside, write }: { inside: PipelineState["inside"]; write: (inside: Inside) => string }) {
  return inside && !("fault" in inside) ? <p>{write(inside)}</p> : null;
}

function alertInWords({ standing, lastAlert }: Inside, models: Listed[]): string {
  if (!lastAlert) return "No alert yet.";
  const { rule, event, model, at } = lastAlert;
  const title = models.find(({ spec }) => spec.id === model)?.spec.title ?? model;
  const changed = event === "fired" ? "opened" : "closed";
  return `${asSentence(openAlerts("en", standing))} The last: ${rule} of ${inSentence(title)}, ${changed} on ${writerOf("en").day(at)}.`;
}

/** The way from a table to a public answer and back, each station with its state at this moment. */
export function Pipeline({ state }: { state: PipelineState }) {
  const { models, access, notServed, inside } = state;
  const link = "link inline-flex min-h-11 items-center";
  const fault = inside !== undefined && "fault" in inside;
  return (
    <ol className="mt-12 max-w-[52rem] pl-3">
      <Stage title="Training data" does="Rows with known outcomes.">
        <ModelLines
          models={models}
          href={({ spec }) => `/models/${spec.id}/card#data`}
          write={({ evidence }) => (evidence ? `${formatQuantity(evidence.rows)} rows` : "no rows came with it")}
        />
      </Stage>
      <Stage title="Training" does="Least squares; each row then estimated by the model fitted without it.">
        <ModelLines
          models={models}
          href={({ spec }) => `/models/${spec.id}/card#accuracy`}
          write={(model) =>
            model.evidence ? `median error ${typicalErrorOf(model, model.evidence)}` : "accuracy not known"
          }
        />
      </Stage>
      <Stage title="Model file" does="The fitted model and its hash.">
        <ModelLines
          models={models}
          href={({ spec }) => `/models/${spec.id}/card`}
          write={({ version }) => <code className="font-mono text-caption">{version}</code>}
        />
      </Stage>
      <Stage title="Registry" does="Published models." bad={notServed.length > 0}>
        <p>
          <Link href="/#all-models" className={link}>
            {formatCount(models.length, "model")}
          </Link>{" "}
          loaded and answering.
        </p>
        <NotServedLines models={notServed} />
      </Stage>
      {inside && !fault && <StudioStages studio={inside.studio} />}
      <Stage title="Form and API" does="The same estimate on a page and from code.">
        <div className="grid gap-x-10 sm:grid-cols-2">
          <div className="border-t border-rule py-1">
            <h3 className="pt-2 text-small text-quiet">Form</h3>
            {models.map(({ spec }) => (
              <Link key={spec.id} href={`/models/${spec.id}`} className={`${link} w-full`}>
                {spec.title}
              </Link>
            ))}
          </div>
          <div className="border-t border-rule py-1">
            <h3 className="pt-2 text-small text-quiet">API</h3>
            {models.map(({ spec }) => (
              <Link key={spec.id} href={`/models/${spec.id}/api`} className={`${link} w-full`}>
                {spec.title} from code
              </Link>
            ))}
          </div>
        </div>
        <Owners
          inside={inside}
          write={({ predictionsToday }) => asSentence(`${counted("en", predictionsToday, "request")} today, in UTC`)}
        />
      </Stage>
      <Stage title="Outcomes" does="True values, reported with the receipt of the estimate." bad={fault}>
        <Owners
          inside={inside}
          write={({ outcomes }) =>
            `${asSentence(`${counted("en", outcomes, "outcome")}${outcomes === 0 ? " yet" : ""} for estimates of the last 30 days`)}`
          }
        />
      </Stage>
      <Stage
        title="Monitoring"
        does="Input drift, and accuracy against the card."
        bad={fault || (inside !== undefined && "standing" in inside && inside.standing > 0)}
      >
        <Owners inside={inside} write={(owned) => alertInWords(owned, models)} />
        {fault && <p className="text-rust">{asSentence(inside.fault)}</p>}
        {access !== "in" && !fault && (
          <p className="text-quiet">How many there are, and whether an alert is open, is for the owner.</p>
        )}
        <Link href="/monitoring" className={link}>
          {access === "in" ? "Monitoring" : access === "closed" ? "How to become the owner" : "Log in"}
        </Link>
      </Stage>
      {inside && !fault && <LastActions actions={inside.studio.actions} />}
    </ol>
  );
}
