import { Disclosure } from "@/components/disclosure";
import { useWords } from "@/components/language/use-words";
import { Section } from "@/components/section";
import type { GateCheck } from "@/lib/judging/gate";
import { OWNER, type Role } from "@/lib/service/audit";
import Link from "next/link";
import { useLocale } from "#locale";
import { DecisionForm } from "./decision-form";
import { Deletion, WHOLE_MODEL } from "./deletion";
import { Promotion } from "./promotion";
import { Review } from "./review";
import { championInWords, doneInWords, faultInWords } from "./sentences";
import type { VersionsState } from "./state";
import { VersionList } from "./version-list";
import { VERSION_WORDS } from "./words";

interface VersionsPageProps {
  state: VersionsState;
  role: Role;
  /** The checks of the versions that wait for a decision. */
  gates: ReadonlyMap<string, GateCheck[] | undefined>;
  /** What became of a form, what it held, and which version is to be promoted. */
  query: URLSearchParams;
  token: string;
}

/** The published versions of a model, with the decisions of the owner and of a reviewer. */
export function VersionsPage({ state, role, gates, query, token }: VersionsPageProps) {
  const { id, title, versions, champion } = state;
  const locale = useLocale();
  const words = useWords(VERSION_WORDS);
  const promoted = query.get("promote");
  const deleted = query.get("delete");
  const reason = query.get("reason") ?? undefined;
  const done = doneInWords(
    locale,
    query.get("done"),
    versions.find(({ version }) => version === query.get("version"))?.version ?? "",
  );
  const fault = faultInWords(locale, query.get("fault"), state);
  const isOwner = role === OWNER;
  const open = versions.flatMap(({ proposal }) => proposal ?? []);
  return (
    <article>
      <div className="max-w-[38rem] pt-8 pb-10 lg:pt-14">
        <h1 className="mb-6 text-title">{words.versionsOf(title)}</h1>
        {done && (
          <p role="status" className="mb-5 border-l-2 border-accent pl-4">
            {done}
          </p>
        )}
        {fault && (
          <p role="alert" className="mb-5 border-l-2 border-rust pl-4">
            {fault}
          </p>
        )}
        {state.isOfFolder ? <OfFolder id={id} /> : <p className="text-lead">{championInWords(locale, state)}</p>}
        {state.lack && <p className="mt-4 text-rust">{words.nobodyConfirms}</p>}
        {isOwner && champion && <WayBack state={state} query={query} token={token} />}
      </div>
      {open.map((proposal) => (
        <Review
          key={proposal.id}
          id={id}
          role={role}
          proposal={proposal}
          checks={gates.get(proposal.version)}
          reason={query.get("proposal") === proposal.id ? reason : undefined}
          token={token}
        />
      ))}
      {isOwner && promoted !== null && gates.has(promoted) && (
        <Promotion state={state} version={promoted} checks={gates.get(promoted)} reason={reason} token={token} />
      )}
      {isOwner && deleted !== null && !state.isOfFolder && (
        <Deletion state={state} deleted={deleted} reason={reason} token={token} />
      )}
      <Section title={words.published} wide>
        <VersionList state={state} changes={isOwner} />
        <p className="flex flex-wrap gap-x-6 text-small">
          <Link href={`/admin/audit?model=${id}`} className="link inline-flex min-h-11 items-center">
            {words.auditLog}
          </Link>
          {isOwner && !state.isOfFolder && (
            <Link
              href={`/models/${id}/versions?delete=${WHOLE_MODEL}#decide`}
              prefetch={false}
              className="link inline-flex min-h-11 items-center"
            >
              {words.deleteModel}
            </Link>
          )}
        </p>
      </Section>
    </article>
  );
}

/** Back to the previous champion, at once: it was confirmed when it became champion. */
function WayBack({ state, query, token }: Pick<VersionsPageProps, "state" | "query" | "token">) {
  const words = useWords(VERSION_WORDS);
  const { id, champion, former, approvals } = state;
  if (!champion || !former) return null;
  const isAsked = query.has("back");
  const isWording = former.version === champion.version;
  return (
    <Disclosure
      summary={isWording ? words.rollBackWording : words.rollBackTo(former.version)}
      open={isAsked}
      className="mt-4"
    >
      <p className="text-small text-quiet">
        {words.backAtOnce}
        {approvals && ` ${words.backAlone}`}
      </p>
      <DecisionForm
        id={id}
        fields={{ do: "back", expected: champion.version }}
        reason={isAsked ? (query.get("reason") ?? undefined) : undefined}
        token={token}
        buttons={<button className="button">{words.rollBack}</button>}
      />
    </Disclosure>
  );
}

function OfFolder({ id }: { id: string }) {
  const words = useWords(VERSION_WORDS);
  return (
    <>
      <p className="text-lead">{words.ofFolder}</p>
      <p className="mt-4">
        {words.replace(<code className="font-mono text-small wrap-anywhere">npm run train -- model/{id}</code>)}
      </p>
    </>
  );
}
