import type { Model } from "../../model/model";
import { access, type Auth } from "../middleware/authorize";
import { problemKinds, type ProblemKind } from "../problem/problem-kinds";
import type { AnyResource, Documented, Parameter } from "../resource";

/** One operation of the documentation: a resource, or what it is for one model. */
export interface Operation extends Omit<Documented, "query"> {
  resource: AnyResource;
  tag: string;
  /** The address as OpenAPI writes it. */
  path: string;
  parameters: NamedParameter[];
  problems: ProblemKind[];
}

/** A parameter in the words of OpenAPI. */
export interface NamedParameter extends Omit<Parameter, "required"> {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
}

/**
 * The operations of the documentation, in the order of the resources. Those that each model has for itself are together,
 * where the first of them is.
 */
export function listOperations(resources: AnyResource[], models: Model[]): Operation[] {
  const own = resources.filter(({ eachModel }) => eachModel);
  return resources.flatMap((resource) => {
    if (!resource.eachModel) return [describeOnce(resource, models)];
    return resource === own[0] ? models.flatMap((model) => own.map((each) => describeFor(each, model))) : [];
  });
}

function describeOnce(resource: AnyResource, models: Model[]): Operation {
  const { document = () => undefined } = resource;
  const documented = typeof document === "function" ? document(models) : document;
  if (!documented) throw new Error(`${resource.path} has no documentation`);
  return toOperation(resource, documented, resource.path, models);
}

function describeFor(resource: AnyResource, model: Model): Operation {
  const { id } = model.spec;
  return toOperation(resource, { tag: id, ...resource.eachModel!(model) }, resource.path.replace(":model", id), [
    model,
  ]);
}

function toOperation(
  resource: AnyResource,
  { query = {}, tag = "Service", ...documented }: Documented,
  path: string,
  models: Model[],
): Operation {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => pathParameter(name!, models, resource));
  const inQuery = Object.entries(query).map(([name, parameter]) => ({ name, in: "query" as const, ...parameter }));
  return {
    ...documented,
    resource,
    tag,
    path: path.replace(/:(\w+)/g, "{$1}"),
    parameters: [...inPath, ...inQuery],
    problems: problemsOf(resource, { ...documented, query }),
  };
}

/** Who may call what changes models: those that come later too, and those without a champion. */
const CHANGES: Auth[] = ["publish", "review", "versions"];

function pathParameter(name: string, models: Model[], { auth, dialect }: AnyResource): NamedParameter {
  const [first] = models;
  if (name === "id")
    return {
      ...{ name, in: "path", required: true, description: "The id of the draft.", schema: { type: "string" } },
      example: "d4Tz0vGq81Lb",
    };
  const isModel = name === "model";
  const isProposal = name === "proposal";
  return {
    name,
    in: "path",
    required: true,
    description: isModel
      ? "The id of the model."
      : isProposal
        ? "The id of the proposal."
        : dialect
          ? "The version; it must be the one that is served."
          : "The version.",
    // What is published later may have another id.
    schema: { type: "string", ...(isModel && !CHANGES.includes(auth) && { enum: models.map(({ spec }) => spec.id) }) },
    example: isModel ? first?.spec.id : isProposal ? "kR3vXw9pQ2sT" : first?.version,
  };
}

/** What a call of a resource can meet, in the order of the kinds. */
function problemsOf(
  { auth, path, probe, problems = [] }: AnyResource,
  { body, uploads, query }: Documented,
): ProblemKind[] {
  const met: ProblemKind[] = [
    "internal-error",
    ...problems,
    ...access[auth].problems,
    ...(probe ? [] : (["too-many-requests"] as const)),
    ...(/:model\b/.test(path) ? (["no-such-model"] as const) : []),
    // A status is documented once: of the two kinds of 503, the store's is the likelier.
    ...(/:model\b/.test(path) && !problems.includes("no-store") ? (["model-unavailable"] as const) : []),
    ...(path.startsWith("/api/drafts/:id") ? (["no-such-draft"] as const) : []),
    ...(uploads ? (["too-large", "unsupported-media-type", "invalid-input"] as const) : []),
    ...(query && Object.keys(query).length > 0 ? (["invalid-input"] as const) : []),
    ...(body ? (["not-json", "too-large", "unsupported-media-type", "invalid-input"] as const) : []),
  ];
  return (Object.keys(problemKinds) as ProblemKind[]).filter((kind) => met.includes(kind));
}
