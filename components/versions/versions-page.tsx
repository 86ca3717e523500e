import { Disclosure } from "@/components/disclosure";
import { Section } from "@/components/section";
import type { GateCheck } from "@/lib/judging/gate";
import { OWNER, type Role } from "@/lib/service/audit";
import Link from "next/link";
import { DecisionForm } from "./decision-form";
import { Deletion, WHOLE_MODEL } from "./deletion";
import { Promotion } from "./promotion";
import { Review } from "./review";
import type { VersionsState } from "./state";
import { VersionList } from "./version-list";
import { championInWords, doneInWords, faultInWords, lackInWords } from "./words";

interface VersionsPageProps {
  state: VersionsState;
  role: Role;
  /** What the gate finds of the versions that are to be decided about. */
  gates: ReadonlyMap<string, GateCheck[] | undefined>;
  /** What became of a form, what it held, and which version is to be promoted. */
  query: URLSearchParams;
  token: string;
}

/** What is published of a model, and what the owner and a reviewer do with it. */
export function VersionsPage({ state, role, gates, query, token }: VersionsPageProps) {
  const { id, title, versions, champion } = state;
  const promoted = query.get("promote");
  const deleted = query.get("delete");
  const reason = query.get("reason") ?? undefined;
  const done = doneInWords(
    query.get("done"),
    versions.find(({ version }) => version === query.get("version"))?.version ?? "",
  );
  const fault = faultInWords(query.get("fault"), state);
  const lack = lackInWords(state);
  const isOwner = role === OWNER;
  const open = versions.flatMap(({ proposal }) => proposal ?? []);
  return (
    <article>
      <div className="max-w-[38rem] pt-8 pb-10 lg:pt-14">
        <h1 className="mb-6 text-title">Versions of {title}</h1>
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
        {state.isOfFolder ? <OfFolder id={id} /> : <p className="text-lead">{championInWords(state)}</p>}
        {lack && <p className="mt-4 text-rust">{lack}</p>}
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
      <Section title="Published" wide>
        <VersionList state={state} changes={isOwner} />
        <p className="flex flex-wrap gap-x-6 text-small">
          <Link href={`/admin/audit?model=${id}`} className="link inline-flex min-h-11 items-center">
            Audit log of this model
          </Link>
          {isOwner && !state.isOfFolder && (
            <Link
              href={`/models/${id}/versions?delete=${WHOLE_MODEL}#decide`}
              prefetch={false}
              className="link inline-flex min-h-11 items-center"
            >
              Delete this model
            </Link>
          )}
        </p>
      </Section>
    </article>
  );
}

/** Back to the champion before, at once: it was confirmed when it became champion. */
function WayBack({ state, query, token }: Pick<VersionsPageProps, "state" | "query" | "token">) {
  const { id, champion, former, approvals } = state;
  if (!champion || !former) return null;
  const isAsked = query.has("back");
  const isWording = former.version === champion.version;
  return (
    <Disclosure
      summary={`Roll back to ${isWording ? "its wording before" : former.version}`}
      open={isAsked}
      className="mt-4"
    >
      <p className="text-small text-quiet">
        The champion before answers again, on every instance within two seconds.
        {approvals && " No second person has to confirm that: it was the champion already."}
      </p>
      <DecisionForm
        id={id}
        fields={{ do: "back", expected: champion.version }}
        reason={isAsked ? (query.get("reason") ?? undefined) : undefined}
        token={token}
        buttons={<button className="button">Roll back</button>}
      />
    </Disclosure>
  );
}

function OfFolder({ id }: { id: string }) {
  return (
    <>
      <p className="text-lead">A folder in MODEL_DIR holds this model, so it is read-only here.</p>
      <p className="mt-4">
        To replace it, train it again in its folder:{" "}
        <code className="font-mono text-small wrap-anywhere">npm run train -- model/{id}</code>. To keep versions,
        promote and roll back here, publish it under another id.
      </p>
    </>
  );
}
