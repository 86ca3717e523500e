import { ImportError } from "../import-error";
import { itemsOf } from "../pickle/arrays";
import { PyArray, PyDict, PyObject, PyTuple, type Node } from "../pickle/nodes";
import { refusalOf } from "../refusals";
import { fittedOf, textsOf, type Fitted } from "./fitted";
import { innermost, isTransformer } from "./regressor";
import { readResult, resultOf, type Result } from "./results";

/** What people put into a file beside a model, or into files beside it. */
export interface Parts {
  model: Fitted | Result;
  /** Prepares the columns before the model; null where the model does so itself. */
  before: Fitted | null;
  /** Scales the target. */
  ofTarget: Fitted | null;
  /** Names of columns. */
  names: string[] | null;
  notes: string[];
}

const MOST_PARTS = 100;
const OF_TARGET = /(^|[^a-z])(y|target|label|output)([^a-z]|$)/i;

interface Found {
  key: string;
  node: Node;
}

/** Every part of tuples, lists and dicts within each other, with the key that leads to it. */
function spread({ key, node }: Found, found: Found[], depth: number): void {
  if (found.length > MOST_PARTS) throw new ImportError("the file contains too many things for a model");
  const isDict = node instanceof PyDict || (node instanceof PyObject && node.entries.length > 0);
  if (depth > 0 && isDict) {
    for (const [name, inner] of node.entries) spread({ key: String(name).slice(0, 60), node: inner }, found, depth - 1);
  } else if (depth > 0 && node !== null && !fittedOf(node) && !textsOf(node) && holdsParts(node)) {
    for (const inner of itemsOf(node) ?? []) spread({ key, node: inner }, found, depth - 1);
  } else {
    found.push({ key, node });
  }
}

const holdsParts = (node: Node) =>
  !(node instanceof PyArray && node.dtype !== "O") &&
  (itemsOf(node) ?? []).some((item) => item instanceof PyObject || item instanceof PyDict || item instanceof PyTuple);

/** Tell what each of the things in one or several files is. @throws ImportError where there is not one model among them */
export function tellParts(roots: Found[]): Parts {
  const found: Found[] = [];
  for (const root of roots) spread(root, found, 3);
  const estimators = found.flatMap(({ key, node }) => {
    const fitted = fittedOf(node);
    return fitted ? [{ key, fitted }] : [];
  });
  const encoders = estimators.filter(({ fitted }) => fitted.name === "LabelEncoder");
  const others = estimators.filter((each) => !encoders.includes(each));
  const fitted = others.filter((each) => !isTransformer(each.fitted)).map((each) => each.fitted);
  const results = found.flatMap(({ node }) => resultOf(node) ?? []);
  const models = [...fitted, ...results];
  const [model] = models;
  if (!model) throw withoutModel(found, others.concat(encoders));
  if (models.length > 1) {
    const names = [
      ...fitted.map((each) => innermost(each).name),
      ...results.map((each) => readResult(each).name),
    ].slice(0, 10);
    throw new ImportError(`the file contains several models (${names.join(", ")}); save the one to be served`);
  }
  const scalers = others.filter((each) => each.fitted !== model);
  const ofTarget = scalers.filter(({ key }) => OF_TARGET.test(key));
  const before = scalers.filter((each) => !ofTarget.includes(each));
  if (ofTarget.length > 1 || before.length > 1) {
    const names = (before.length > 1 ? before : ofTarget).map(({ fitted }) => fitted.name).slice(0, 10);
    throw new ImportError(
      `the file does not say in which order ${names.join(" and ")} come; save them and the model as one Pipeline`,
    );
  }
  const names = found
    .flatMap(({ node }) => (node instanceof PyObject && fittedOf(node) ? [] : [textsOf(node)]))
    .filter((texts) => texts !== undefined);
  return {
    model: model instanceof PyObject ? readResult(model) : model,
    before: before[0]?.fitted ?? null,
    ofTarget: ofTarget[0]?.fitted ?? null,
    names: names.length === 1 ? names[0]! : null,
    notes: [
      ...encoders.map(
        ({ key }) =>
          `A LabelEncoder (${key}) does not say which input it belongs to; its levels are entered as the numbers that it gives them.`,
      ),
      ...(before[0]
        ? [`${before[0].fitted.name} is taken to come before the model; compare an estimate with one of the notebook.`]
        : []),
      ...(ofTarget[0] ? [`${ofTarget[0].fitted.name} (${ofTarget[0].key}) is taken to have scaled the target.`] : []),
    ],
  };
}

function withoutModel(found: Found[], estimators: { fitted: Fitted }[]): ImportError {
  const [first] = estimators;
  if (first?.fitted.name === "LabelEncoder" || (first && isTransformer(first.fitted))) {
    return new ImportError(
      `the file contains a ${first.fitted.name} and no model; give the file of the model beside it`,
    );
  }
  if (first) return refusalOf(first.fitted.object.of);
  const [only] = found;
  const what = only?.node instanceof PyObject ? only.node.of.path.replace(/[^\w.]/g, "?").slice(0, 80) : "plain data";
  return new ImportError(
    `the file contains ${what} and no fitted model; save the estimator itself, with joblib.dump or pickle.dump`,
  );
}
