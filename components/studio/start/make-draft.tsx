import { DropField } from "@/components/drop-field";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { Line, TextLine } from "@/components/line";
import { Section } from "@/components/section";
import { LANGUAGE_NAMES, LOCALES, type Locale } from "@/lib/language/locale";
import { idOf, isId, readHeader } from "@/lib/training/draft/names";
import type { DraftAnswer } from "@/lib/api/resources/drafts/schema";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useLocale } from "#locale";
import type { Caller, Failed } from "../api";
import { Trouble } from "../trouble";
import { STUDIO_WORDS } from "../words";
import { FirstRows } from "./first-rows";
import { lookAt, type Chosen } from "./chosen";
import { packFiles } from "./pack-files";
import { START_WORDS } from "./words";

/** From a file to a draft: its kind, what to add to it, and its upload. */
export function MakeDraft({ caller }: { caller: Caller }) {
  const locale = useLocale();
  const words = useWords(START_WORDS);
  const studio = useWords(STUDIO_WORDS);
  const [chosen, setChosen] = useState<Chosen>();
  const [target, setTarget] = useState("");
  const [id, setId] = useState("");
  const [language, setLanguage] = useState<Locale>(locale);
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState<number>();
  const [failed, setFailed] = useState<Failed>();
  const sending = useRef<AbortController>(undefined);
  const count = useRef(0);
  const router = useRouter();

  async function choose(files: File[]) {
    const current = ++count.current;
    const found = await lookAt(files, locale);
    if (current !== count.current) return;
    setChosen(found);
    setFailed(undefined);
    setTried(false);
    if (found.kind === "faulty" || (found.kind === "model" && chosen?.kind === "model")) return;
    setTarget("");
    setId(found.id);
  }

  const idFault = isId(id) ? undefined : studio.idFault;
  const needed = chosen?.kind === "table" ? words.needsColumn : words.needsTarget;
  const targetFault = target.trim() === "" ? needed : undefined;

  async function send(chosen: Exclude<Chosen, { kind: "faulty" }>) {
    setTried(true);
    if (idFault || targetFault) {
      document.getElementById(targetFault ? "studio-target" : "studio-id")?.focus();
      return;
    }
    setFailed(undefined);
    setSent(0);
    sending.current = new AbortController();
    const body = await packFiles(chosen.files);
    if (!body) {
      setSent(undefined);
      setChosen({ kind: "faulty", files: chosen.files, fault: words.unreadableFiles });
      return;
    }
    const several = chosen.files.length > 1;
    const file = several ? `${id}.zip` : chosen.files[0]!.name;
    const type = chosen.kind === "table" ? "text/csv" : several ? "application/zip" : "application/octet-stream";
    const query = new URLSearchParams({ target: target.trim(), id, file, language });
    const { signal } = sending.current;
    const made = await caller.send<DraftAnswer>(`/api/drafts?${query}`, body, { type, signal, onProgress: setSent });
    if (made && "value" in made) return router.push(`/studio/${made.value.id}`);
    setSent(undefined);
    if (made) setFailed(made);
  }

  const changeTarget = (text: string) => {
    // The id of a model follows its target until somebody writes another.
    if (chosen?.kind === "model" && id === idFor(target)) setId(idFor(text));
    setTarget(text);
  };

  return (
    <Section title={words.yourFile}>
      <DropField
        id="studio-files"
        choose={words.choose}
        another={words.another}
        hint={words.hint}
        files={chosen?.files ?? []}
        fault={chosen?.kind === "faulty" ? chosen.fault : undefined}
        onChoose={(files) => void choose(files)}
        several={{ add: words.addFile, onChange: (files) => void choose(files) }}
      />
      {chosen && chosen.kind !== "faulty" && (
        <form
          noValidate
          className="mt-6"
          onSubmit={(event) => {
            event.preventDefault();
            void send(chosen);
          }}
        >
          <fieldset disabled={sent !== undefined} className="min-w-0">
            {chosen.kind === "table" ? (
              <>
                <FirstRows columns={chosen.columns} rows={chosen.rows} />
                <TargetChoice
                  columns={chosen.columns}
                  value={target}
                  fault={tried ? targetFault : undefined}
                  onChange={changeTarget}
                />
              </>
            ) : (
              <TextLine
                id="studio-target"
                label={words.targetOfModel}
                hint={words.targetOfModelHint}
                value={target}
                fault={tried ? targetFault : undefined}
                onChange={changeTarget}
              />
            )}
            <TextLine
              id="studio-id"
              label={studio.id}
              hint={studio.idHint}
              value={id}
              fault={tried || id !== "" ? idFault : undefined}
              onChange={setId}
            />
            <LanguageChoice value={language} onChange={setLanguage} />
            {sent === undefined && (
              <div className="border-t border-rule pt-6">
                <button className="button w-full cursor-pointer sm:w-auto sm:min-w-[17rem]">{words.make}</button>
              </div>
            )}
          </fieldset>
          {sent !== undefined && <Sending share={sent} onCancel={() => sending.current?.abort()} />}
          {failed && <Trouble failed={failed} kept={words.fileKept} />}
        </form>
      )}
      <p className="hidden max-w-[38rem] noscript:block">
        {words.noScript(
          <code className="font-mono text-small">glasshouse new</code>,
          <code className="font-mono text-small">glasshouse publish</code>,
        )}
      </p>
    </Section>
  );
}

const idFor = (target: string) => (target.trim() === "" ? "" : idOf(readHeader(target.trim()).label));

interface TargetChoiceProps {
  columns: string[];
  value: string;
  fault: string | undefined;
  onChange: (column: string) => void;
}

function TargetChoice({ columns, value, fault, onChange }: TargetChoiceProps) {
  const words = useWords(START_WORDS);
  return (
    <Line id="studio-target" label={words.target} hint={words.targetHint} fault={fault}>
      {(described) => (
        <span className="field block" data-invalid={fault ? true : undefined}>
          <select
            {...described}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            className="min-h-13 w-full border-r-[0.75rem] border-transparent bg-transparent pl-3 outline-none"
          >
            <option value="">{words.chooseColumn}</option>
            {[...new Set(columns)].filter(Boolean).map((column) => (
              <option key={column}>{column}</option>
            ))}
          </select>
        </span>
      )}
    </Line>
  );
}

function LanguageChoice({ value, onChange }: { value: Locale; onChange: (language: Locale) => void }) {
  const words = useWords(START_WORDS);
  return (
    <Line id="studio-language" label={words.language} hint={words.languageHint}>
      {(described) => (
        <span className="field block">
          <select
            {...described}
            value={value}
            onChange={(event) => onChange(event.target.value as Locale)}
            className="min-h-13 w-full border-r-[0.75rem] border-transparent bg-transparent pl-3 outline-none"
          >
            {LOCALES.map((locale) => (
              <option key={locale} value={locale} lang={locale}>
                {LANGUAGE_NAMES[locale]}
              </option>
            ))}
          </select>
        </span>
      )}
    </Line>
  );
}

function Sending({ share, onCancel }: { share: number; onCancel: () => void }) {
  const words = useWords(START_WORDS);
  const write = useWriter();
  return (
    <div className="border-t border-rule pt-6">
      <label className="block">
        <span className="text-small">{share < 1 ? words.sending(write.share(share)) : words.reads}</span>
        <progress className="progress mt-2" max={1} value={share} />
      </label>
      <button type="button" className="link mt-2 min-h-11 cursor-pointer" onClick={onCancel}>
        {words.cancel}
      </button>
    </div>
  );
}
