import { counted, dayInWords } from "@/app/monitoring/words";
import type { Inside, PipelineState } from "@/app/pipeline/state";
import { asSentence } from "@/app/words";
import { formatQuantity, formatShare } from "@/lib/regression/format";
import Link from "next/link";
import { ModelLines } from "./model-lines";
import { Stage } from "./stage";

/** What the owner sees of a station, or how others come to see it. */
function Owners({ state, write }: { state: PipelineState; write: (inside: Inside) => string }) {
  const { access, inside } = state;
  if (inside && "fault" in inside) return <p className="text-rust">{asSentence(inside.fault)}</p>;
  if (inside) return <p>{write(inside)}</p>;
  return <p className="text-quiet">{access === "closed" ? "Closed: no owner has a password." : "For the owner."}</p>;
}

function alertInWords({ standing, lastAlert }: Inside): string {
  if (!lastAlert) return "No alert has ever fired.";
  const { rule, event, model, at } = lastAlert;
  const last = `The last was ${rule} of ${model}, ${event} on ${dayInWords(at)}.`;
  return standing === 0 ? `No alert stands. ${last}` : `${counted(standing, "alert")} now. ${last}`;
}

/** The way from a table to a public answer and back, each station with its state at this moment. */
export function Pipeline({ state }: { state: PipelineState }) {
  const { models, inside } = state;
  const link = "link inline-flex min-h-11 items-center";
  const fault = inside !== undefined && "fault" in inside;
  return (
    <ol className="mt-12 max-w-[52rem] pl-3">
      <Stage title="Table" does="Examples of what is to be estimated.">
        <ModelLines
          models={models}
          href={({ spec }) => `/models/${spec.id}/card#data`}
          write={({ artifact }) => `${formatQuantity(artifact.fit.n)} rows`}
        />
      </Stage>
      <Stage title="Training" does="Least squares; each row then estimated by the model fitted without it.">
        <ModelLines
          models={models}
          href={({ spec }) => `/models/${spec.id}/card#accuracy`}
          write={({ artifact }) => `half within ${formatShare(artifact.accuracy.mdape)}`}
        />
      </Stage>
      <Stage title="Artifact" does="What training found, under the hash of its bytes.">
        <ModelLines
          models={models}
          href={({ spec }) => `/models/${spec.id}/card`}
          write={({ version }) => <code className="font-mono text-caption">{version}</code>}
        />
      </Stage>
      <Stage title="Registry" does="What is published.">
        <p>
          <Link href="/#all-models" className={link}>
            {counted(models.length, "model")}
          </Link>{" "}
          loaded and answering.
        </p>
      </Stage>
      <Stage title="Web form and API" does="Two doors to the same answer.">
        <div className="flex flex-wrap gap-x-8">
          {models.map(({ spec }) => (
            <Link key={spec.id} href={`/models/${spec.id}`} className={link}>
              {spec.title}
            </Link>
          ))}
          <Link href="/docs" className={link}>
            API
          </Link>
        </div>
        <Owners
          state={state}
          write={({ predictionsToday }) => `${counted(predictionsToday, "estimate")} today, in UTC.`}
        />
      </Stage>
      <Stage title="Outcomes" does="What came true, told with the receipt of the estimate." bad={fault}>
        <Owners
          state={state}
          write={({ outcomes }) => `${counted(outcomes, "outcome")} of the last 30 days’ estimates.`}
        />
      </Stage>
      <Stage
        title="Monitoring"
        does="Whether the model keeps what its card claims."
        bad={fault || (inside !== undefined && "standing" in inside && inside.standing > 0)}
      >
        <Owners state={state} write={alertInWords} />
        <Link href="/monitoring" className={link}>
          {inside && !fault ? "How the models do" : "Log in"}
        </Link>
      </Stage>
    </ol>
  );
}
