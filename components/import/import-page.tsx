import { useWords } from "@/components/language/use-words";
import { CodeSample } from "@/components/calls/code-sample";
import { Disclosure } from "@/components/disclosure";
import { FoldedTable } from "@/components/folded-table";
import { Section } from "@/components/section";
import { REGRESSORS } from "@/lib/import/estimator/regressors";
import { TRANSFORMERS } from "@/lib/import/estimator/transformers";
import Link from "next/link";
import { Import } from "./import";
import { PAGE_WORDS } from "./page-words";

const COMMAND = `npm run inspect -- model.pkl
npm run import -- model.pkl --id cars --target 'price (USD)'`;

/** From the files of a fitted model to a model to publish, in the reader's browser. */
export function ImportPage() {
  const words = useWords(PAGE_WORDS);
  return (
    <article>
      <div className="spread pt-10 pb-12 lg:pt-16 lg:pb-16">
        <div className="max-w-[46rem] min-w-0 lg:col-start-2">
          <h1 className="text-title tracking-[-0.035em]">{words.title}</h1>
          <p className="mt-5 max-w-[36rem] text-lead text-quiet">{words.lead}</p>
          <p className="mt-4 text-small text-quiet">
            {words.studio((text) => (
              <Link href="/studio" className="link">
                {text}
              </Link>
            ))}
          </p>
          {words.english !== "" && <p className="mt-4 text-small text-quiet">{words.english}</p>}
        </div>
      </div>
      <Import instead={<p>{words.instead}</p>}>
        <Section title={words.readable}>
          <p className="max-w-[38rem]">{words.formats.join(" ")}</p>
          <Classes title={words.models(Object.keys(REGRESSORS).length)} table={REGRESSORS} describe={({ is }) => is} />
          <Classes
            title={words.steps(Object.keys(TRANSFORMERS).length)}
            table={TRANSFORMERS}
            describe={({ does }) => does}
          />
        </Section>
        <Section title={words.terminal}>
          <p className="mb-8 max-w-[38rem]">{words.commands}</p>
          <CodeSample id="import-commands" title={words.sample} text={COMMAND} />
        </Section>
      </Import>
    </article>
  );
}

interface ClassesProps<Entry> {
  title: string;
  table: Record<string, Entry>;
  /** In English, as the reference has it. */
  describe: (entry: Entry) => string;
}

function Classes<Entry>({ title, table, describe }: ClassesProps<Entry>) {
  const { columns } = useWords(PAGE_WORDS);
  return (
    <Disclosure summary={title}>
      <FoldedTable
        columns={columns}
        rows={Object.entries(table).map(([name, entry]) => [
          name,
          <span key="does" lang="en">
            {describe(entry)}
          </span>,
        ])}
      />
    </Disclosure>
  );
}
