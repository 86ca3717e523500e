import { bytesInWords } from "@/components/batch/words";
import { CodeSample } from "@/components/calls/code-sample";
import { useWords } from "@/components/language/use-words";
import { useLocale } from "#locale";
import { Section } from "@/components/section";
import { useFileAddress } from "@/components/use-file-address";
import { asSentence } from "@/components/words";
import { useMemo } from "react";
import { packModel, type CheckedRows, type DraftModel } from "./draft-model";
import type { Need } from "./needs";
import { PUBLISH_WORDS } from "./publish-words";
import { verdictInWords } from "./words";

interface PublishProps {
  drafted: DraftModel;
  needs: Need[];
  checked: CheckedRows;
  /** The same from a terminal. */
  command: string;
}

/** The model as a folder to download, once nothing is missing or differs, and what to do with it. */
export function Publish({ drafted, needs, checked, command }: PublishProps) {
  const words = useWords(PUBLISH_WORDS);
  const locale = useLocale();
  const differs = [...checked.typed, ...checked.table].some(({ agrees }) => !agrees);
  const faulty = checked.fault !== undefined;
  return (
    <Section title={words.title}>
      {needs.length > 0 ? (
        <Needs needs={needs} />
      ) : differs || faulty ? (
        <p className="max-w-[38rem] border-l-2 border-rust pl-5">
          {differs ? verdictInWords(locale, checked) : words.unreadTable} {words.mend}
        </p>
      ) : (
        <Download drafted={drafted} checked={checked} command={command} />
      )}
    </Section>
  );
}

function Needs({ needs }: { needs: Need[] }) {
  const words = useWords(PUBLISH_WORDS);
  return (
    <>
      <p>{words.before}</p>
      <ul className="mt-2">
        {needs.map(({ field, detail }) => (
          <li key={field}>
            <a href={`#${field}`} className="link inline-flex min-h-11 items-center sm:min-h-8">
              {asSentence(detail)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

const code = (text: string) => <span className="font-mono text-small wrap-anywhere">{text}</span>;

function Download({ drafted, checked, command }: Omit<PublishProps, "needs">) {
  const words = useWords(PUBLISH_WORDS);
  const locale = useLocale();
  const { id } = drafted.model.spec;
  const archive = `${id}.zip`;
  const { notes } = drafted.draft;
  const file = useMemo(() => new Blob([packModel(drafted, checked)], { type: "application/zip" }), [drafted, checked]);
  const link = useFileAddress(file);
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <a ref={link} download={archive} className="button">
          {words.download}
        </a>
        <span className="text-small wrap-anywhere text-quiet">
          {words.contents(archive, bytesInWords(file.size, locale))}
        </span>
      </p>
      {checked.typed.length + checked.table.length === 0 && (
        <p className="mt-4 max-w-[38rem] text-small text-quiet">{words.unchecked}</p>
      )}
      <ol className="mt-8">
        {words.steps(id, code).map((step, index) => (
          <li key={index} className="grid grid-cols-[1.75rem_minmax(0,1fr)] border-t border-rule py-3">
            <span className="text-quiet">{index + 1}</span>
            <span>{step}</span>
          </li>
        ))}
      </ol>
      {notes.length > 0 && (
        <>
          <h3 className="mt-8 font-medium">{words.later}</h3>
          <ul className="mt-1 max-w-[38rem] text-small text-quiet">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
      <h3 className="mt-10 font-medium">{words.range}</h3>
      <p className="mt-1 max-w-[38rem]">{words.rangeHow(code)}</p>
      <div className="mt-8">
        <CodeSample id="import-command" title={words.command} text={command} />
      </div>
    </>
  );
}
