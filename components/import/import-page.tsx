import { CodeSample } from "@/components/calls/code-sample";
import { Disclosure } from "@/components/disclosure";
import { FoldedTable } from "@/components/folded-table";
import { Section } from "@/components/section";
import { REGRESSORS } from "@/lib/import/estimator/regressors";
import { TRANSFORMERS } from "@/lib/import/estimator/transformers";
import { formatQuantity } from "@/lib/model/format";
import Link from "next/link";
import { Import } from "./import";

const COMMAND = `npm run inspect -- model.pkl
npm run import -- model.pkl --id cars --target 'price (USD)'`;

/** The files of a fitted model in, a model to publish out; all of it in the reader's browser. */
export function ImportPage() {
  return (
    <article>
      <div className="spread pt-10 pb-12 lg:pt-16 lg:pb-16">
        <div className="max-w-[46rem] min-w-0 lg:col-start-2">
          <h1 className="text-title tracking-[-0.035em]">Turn a fitted model into a form and an API</h1>
          <p className="mt-5 max-w-[36rem] text-lead text-quiet">
            Drop your model.pkl, with its scaler and columns if it has them. See what is in it, name what it cannot
            know, check it against your notebook, and take it away as a form and an API.
          </p>
          <p className="mt-4 text-small text-quiet">
            The owner of this server can publish it straight from the{" "}
            <Link href="/studio" className="link">
              studio
            </Link>
            .
          </p>
        </div>
      </div>
      <Import
        instead={
          <p>
            A script in your browser reads the file, so this page needs JavaScript. Without it, the commands below,
            under “From a terminal”, do the same.
          </p>
        }
      >
        <Section title="What can be read">
          <p className="max-w-[38rem]">
            Models whose estimate is a sum of coefficients and columns, with what stands before them in a pipeline:
            pickle and joblib files of scikit-learn 0.18 and later, compressed or not, skops, results of statsmodels,
            ONNX, PMML, an MLflow folder as a zip archive, and coefficients as JSON or CSV. Trees, forests, boosting and
            neural networks are named for what they are, and refused.
          </p>
          <Classes title="models of scikit-learn" tables={REGRESSORS} words={({ is }) => is} />
          <Classes title="steps before a model" tables={TRANSFORMERS} words={({ does }) => does} />
        </Section>
        <Section title="From a terminal">
          <p className="mb-8 max-w-[38rem]">
            In the folder of Glasshouse: the first command says what a file holds, the second publishes it. They read it
            as this page does: nothing in it is run, and Python is not needed.
          </p>
          <CodeSample id="import-commands" title="Commands" text={COMMAND} />
        </Section>
      </Import>
    </article>
  );
}

interface ClassesProps<Entry> {
  title: string;
  tables: Record<string, Entry>;
  words: (entry: Entry) => string;
}

function Classes<Entry>({ title, tables, words }: ClassesProps<Entry>) {
  const classes = Object.entries(tables);
  return (
    <Disclosure summary={`${formatQuantity(classes.length)} ${title}`}>
      <FoldedTable columns={["Class", "What it does"]} rows={classes.map(([name, entry]) => [name, words(entry)])} />
    </Disclosure>
  );
}
