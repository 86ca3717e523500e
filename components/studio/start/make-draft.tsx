import { DropField } from "@/components/drop-field";
import { Line, TextLine } from "@/components/line";
import { Section } from "@/components/section";
import { idOf, isId, readHeader } from "@/lib/training/draft/names";
import type { DraftAnswer } from "@/lib/api/resources/drafts/schema";
import { formatShare } from "@/lib/model/format";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { Caller, Failed } from "../api";
import { Trouble } from "../trouble";
import { FirstRows } from "./first-rows";
import { lookAt, type Chosen } from "./chosen";
import { packFiles } from "./pack-files";

/** From a file to a draft: what it is, what it cannot know, and the way to the server. */
export function MakeDraft({ caller }: { caller: Caller }) {
  const [chosen, setChosen] = useState<Chosen>();
  const [target, setTarget] = useState("");
  const [id, setId] = useState("");
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState<number>();
  const [failed, setFailed] = useState<Failed>();
  const sending = useRef<AbortController>(undefined);
  const count = useRef(0);
  const router = useRouter();

  async function choose(files: File[]) {
    const current = ++count.current;
    const found = await lookAt(files);
    if (current !== count.current) return;
    setChosen(found);
    setFailed(undefined);
    setTried(false);
    if (found.kind === "faulty" || (found.kind === "model" && chosen?.kind === "model")) return;
    setTarget("");
    setId(found.id);
  }

  const idFault = isId(id) ? undefined : "write the id in small letters, digits and hyphens, beginning with a letter";
  const needed = chosen?.kind === "table" ? "choose the column to estimate" : "say what the model estimates";
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
      setChosen({ kind: "faulty", files: chosen.files, fault: "the files cannot be read; choose them again" });
      return;
    }
    const several = chosen.files.length > 1;
    const file = several ? `${id}.zip` : chosen.files[0]!.name;
    const type = chosen.kind === "table" ? "text/csv" : several ? "application/zip" : "application/octet-stream";
    const query = new URLSearchParams({ target: target.trim(), id, file });
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
    <Section title="Your file">
      <DropField
        id="studio-files"
        choose="Choose a table or a model"
        another="Choose another file"
        hint="a CSV file of rows with known outcomes, or the files of a fitted model"
        files={chosen?.files ?? []}
        fault={chosen?.kind === "faulty" ? chosen.fault : undefined}
        onChoose={(files) => void choose(files)}
        several={{ add: "Add another file of the same model", onChange: (files) => void choose(files) }}
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
                label="What it estimates"
                hint="With its unit in brackets: sale price (USD)"
                value={target}
                fault={tried ? targetFault : undefined}
                onChange={changeTarget}
              />
            )}
            <TextLine
              id="studio-id"
              label="Id"
              hint="The model’s name in web addresses: small letters, digits and hyphens"
              value={id}
              fault={tried || id !== "" ? idFault : undefined}
              onChange={setId}
            />
            {sent === undefined && (
              <div className="border-t border-rule pt-6">
                <button className="button w-full cursor-pointer sm:w-auto sm:min-w-[17rem]">Make a draft</button>
              </div>
            )}
          </fieldset>
          {sent !== undefined && <Sending share={sent} onCancel={() => sending.current?.abort()} />}
          {failed && <Trouble failed={failed} kept="The file is still chosen: nothing has to be entered again." />}
        </form>
      )}
      <p className="hidden max-w-[38rem] noscript:block">
        The studio needs JavaScript. Without it, <code className="font-mono text-small">glasshouse new</code> makes a
        model of a table, and <code className="font-mono text-small">glasshouse publish</code> publishes it.
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
  return (
    <Line id="studio-target" label="What to estimate" hint="The column with the known outcomes" fault={fault}>
      {(described) => (
        <span className="field block" data-invalid={fault ? true : undefined}>
          <select
            {...described}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            className="min-h-13 w-full border-r-[0.75rem] border-transparent bg-transparent pl-3 outline-none"
          >
            <option value="">Choose…</option>
            {[...new Set(columns)].filter(Boolean).map((column) => (
              <option key={column}>{column}</option>
            ))}
          </select>
        </span>
      )}
    </Line>
  );
}

function Sending({ share, onCancel }: { share: number; onCancel: () => void }) {
  return (
    <div className="border-t border-rule pt-6">
      <label className="block">
        <span className="text-small">{share < 1 ? `Sending, ${formatShare(share)}` : "The server reads the file"}</span>
        <progress className="progress mt-2" max={1} value={share} />
      </label>
      <button type="button" className="link mt-2 min-h-11 cursor-pointer" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}
