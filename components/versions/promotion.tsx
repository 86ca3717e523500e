import { useWords } from "@/components/language/use-words";
import { Section } from "@/components/section";
import type { GateCheck } from "@/lib/judging/gate";
import Link from "next/link";
import { DecisionForm } from "./decision-form";
import { GateList } from "./gate-list";
import type { VersionsState } from "./state";
import { VERSION_WORDS } from "./words";

interface PromotionProps {
  state: VersionsState;
  version: string;
  /** Nothing where the version cannot be loaded. */
  checks: GateCheck[] | undefined;
  reason: string | undefined;
  token: string;
}

/** What the gate finds of a version, and the form that makes it the champion, or proposes it. */
export function Promotion({ state, version, checks, reason, token }: PromotionProps) {
  const { id, champion, approvals } = state;
  const words = useWords(VERSION_WORDS);
  const cancel = (
    <Link href={`/models/${id}/versions`} className="link inline-flex min-h-11 items-center">
      {words.cancel}
    </Link>
  );
  const title = approvals ? words.propose : words.promote;
  if (!checks) {
    return (
      <Section title={title} anchor="decide">
        <p>{words.notLoaded(version)}</p>
        {cancel}
      </Section>
    );
  }
  const holds = checks.every((check) => check.holds);
  return (
    <Section title={title} anchor="decide">
      <p className="text-lead">
        {champion ? words.replaces(version, champion.version, holds) : words.firstChampion(version)}
      </p>
      <GateList checks={checks} />
      <DecisionForm
        id={id}
        fields={{ do: "promote", version, expected: champion?.version ?? "" }}
        reason={reason}
        token={token}
        buttons={
          <>
            <button className="button">{approvals ? words.proposeIt : words.makeChampion}</button>
            {cancel}
          </>
        }
      >
        {!holds && (
          <label className="mt-4 flex min-h-11 cursor-pointer items-center gap-3">
            <input type="checkbox" name="override" value="true" className="size-5 shrink-0 accent-accent" />
            {approvals ? words.proposePast : words.promotePast}
          </label>
        )}
        {approvals && <p className="mt-4 text-small text-quiet">{words.afterConfirmation}</p>}
      </DecisionForm>
    </Section>
  );
}
