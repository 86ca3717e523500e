import { settings } from "@/lib/service/settings";
import type { Spec } from "@/lib/model/spec";
import { dialectNames, dialectTitle, formatNames, formats } from "@/lib/export/export";
import { CodeBox } from "./code-box";
import { TakeAwayForm } from "./take-away-form";

/** The model where the data is: in a database, or in a program without this server. */
export function TakeAway({ spec, origin }: { spec: Spec; origin: string }) {
  const path = `/api/models/${spec.id}/export`;
  const offered = formatNames.filter((name) => name !== "json" || spec.training.showRows);
  return (
    <>
      <p className="max-w-[38rem]">
        The whole model as one SELECT for the database that has the rows, or as a function without dependencies: the
        same estimate and the same range, and nothing where there would be no number here.
      </p>
      {settings().API_KEYS.length > 0 ? (
        <>
          <p className="mt-3 mb-6 max-w-[38rem]">It is given to those who have a key.</p>
          <CodeBox
            id="take-away"
            label="The call"
            text={`curl -H 'authorization: Bearer <key>' '${origin}${path}?format=sql&dialect=postgres&table=${tableOf(spec)}'`}
          />
        </>
      ) : (
        <TakeAwayForm
          path={path}
          formats={offered.map((name) => ({ name, title: formats[name].title }))}
          dialects={dialectNames.map((name) => ({ name, title: dialectTitle(name) }))}
          table={tableOf(spec)}
        />
      )}
      <p className="mt-6 max-w-[38rem] text-small text-quiet">
        In SQL, columns are called as the inputs are: <span className="font-mono">{namesOf(spec)}</span>. Estimate, low
        and high are null where an input is missing or not allowed, and where the answer here is a refusal. From a
        terminal: <span className="font-mono">npm run --silent export -- {spec.id} --format python</span>.
      </p>
    </>
  );
}

const tableOf = ({ id }: Spec) => id.replaceAll("-", "_");
const namesOf = ({ inputs }: Spec) => inputs.map(({ name }) => name).join(", ");
