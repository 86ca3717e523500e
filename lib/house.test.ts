import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

/** Floors of the house from the ground up: a part imports from the floors below it and from nothing else. */
const floors: string[][] = [
  ["lib/env", "lib/process-state", "lib/base-path", "lib/language"],
  ["lib/math", "lib/store"],
  ["lib/formula", "lib/csv"],
  ["lib/model"],
  ["lib/linear"],
  ["lib/families"],
  ["lib/import", "lib/judging"],
  ["lib/training", "lib/registry", "lib/scoring", "lib/export"],
  ["lib/monitoring"],
  ["lib/service"],
  ["lib/api"],
  ["lib/http"],
  ["lib/cli"],
  ["components"],
  ["app", "proxy", "server"],
];
const parts = new Map(floors.flatMap((floor, index) => floor.map((part) => [part, index] as const)));

/** What runs in the browser too, with all that it imports. So does every file of components that says "use client". */
const inBrowser = /^lib\/((math|formula|csv|model|linear|import|training\/draft)\/|families\.ts$)/;

/** What Next serves by its name; whatever else a page is made of has its place in components/. */
const ofRoutes =
  /^app\/(.+\/)?((page|layout|template|default|error|global-error|loading|not-found|route|robots|sitemap|manifest|icon|apple-icon|opengraph-image|twitter-image)\.tsx?|[^/]+\.css|favicon\.ico|(icon|apple-icon|opengraph-image|twitter-image)\.(png|svg|jpg|ico))$/;

/** Source text by path from the root, with forward slashes. */
type Sources = Map<string, string>;
interface Import {
  of: string;
  typeOnly: boolean;
}

const isTest = (path: string) => /\.test\.tsx?$|^lib\/testing\//.test(path);
const isBuiltin = (name: string) => name.startsWith("node:") || builtinModules.includes(name);
const partOf = (path: string) => /^(lib\/[^/.]+|[^/.]+)/.exec(path)?.[0] ?? path;

/** Every import, export-from and import() of a source, of values and of types; one of types alone is gone before anything runs. */
function importsOf(path: string, source: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const { text } = node.moduleSpecifier as ts.StringLiteral;
      found.push({ of: resolve(path, text), typeOnly: namesTypesOnly(node) });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [name] = node.arguments;
      if (name && ts.isStringLiteral(name)) found.push({ of: resolve(path, name.text), typeOnly: false });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      const { text } = node.argument.literal as ts.StringLiteral;
      found.push({ of: resolve(path, text), typeOnly: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest));
  return found;
}

function namesTypesOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return Boolean(clause);
  const names = clause.namedBindings;
  if (clause.name || !names || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

function resolve(from: string, name: string): string {
  if (name.startsWith("@/")) return name.slice(2);
  if (name === "#locale") return "components/language/locale-in-browser";
  return name.startsWith(".") ? posix.join(posix.dirname(from), name) : `package ${name}`;
}

const fileOf = (name: string, sources: Sources) =>
  [name, `${name}.ts`, `${name}.tsx`].find((path) => sources.has(path));

/** What a file brings into the browser that only Node has, with the file that asks for it. */
function nodeModulesBehind(start: string, sources: Sources): string[] {
  const seen = new Set([start]);
  const found: string[] = [];
  for (const path of seen) {
    for (const { of, typeOnly } of importsOf(path, sources.get(path) ?? "")) {
      if (typeOnly) continue;
      if (isBuiltin(of.replace("package ", ""))) found.push(`${of.replace("package ", "")} in ${path}`);
      const file = fileOf(of, sources);
      if (file) seen.add(file);
    }
  }
  return found;
}

/**
 * The circles among imports, types included: sets of files each of which reaches every other (Tarjan's strongly
 * connected components), or one file that imports itself.
 *
 * Source: Tarjan (1972), "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1, 146–160.
 */
function findCircles(sources: Sources): string[] {
  const order = new Map<string, number>();
  const open: string[] = [];
  const circles: string[] = [];
  const visit = (path: string): number => {
    const own = order.size;
    let first = own;
    order.set(path, own);
    open.push(path);
    const files = importsOf(path, sources.get(path)!).flatMap(({ of }) => fileOf(of, sources) ?? []);
    for (const file of files) {
      if (!order.has(file)) first = Math.min(first, visit(file));
      else if (open.includes(file)) first = Math.min(first, order.get(file)!);
    }
    if (first === own) {
      const members = open.splice(open.indexOf(path));
      if (members.length > 1 || files.includes(path)) circles.push(members.sort().join(", "));
    }
    return first;
  };
  for (const path of sources.keys()) if (!order.has(path)) visit(path);
  return circles.sort();
}

function findViolations(sources: Sources): string[] {
  const found: string[] = [];
  for (const [path, source] of sources) {
    const part = partOf(path);
    const floor = parts.get(part);
    if (floor === undefined) found.push(`${path}: ${part} has no place in the house`);
    for (const { of } of importsOf(path, source)) {
      const name = of.replace("package ", "");
      const isPackage = name !== of;
      const other = partOf(of);
      if (isPackage && part.startsWith("lib/") && /^(next|react)([/-]|$)/.test(name))
        found.push(`${path}: imports ${name}`);
      if (!isPackage && floor !== undefined && other !== part && !((parts.get(other) ?? Infinity) < floor))
        found.push(`${path}: imports ${of}`);
    }
    if (part !== "lib/env" && /\bprocess\??\.env\b|["'](node:)?process["']/.test(source)) {
      found.push(`${path}: reads the environment`);
    }
    if (part !== "lib/process-state" && source.includes("Symbol.for(")) {
      found.push(`${path}: keeps state beside lib/process-state.ts`);
    }
    if (inBrowser.test(path) || /^["']use client["']/.test(source)) {
      found.push(...nodeModulesBehind(path, sources).map((what) => `${path}: brings ${what} to the browser`));
    }
  }
  return found;
}

const root = fileURLToPath(new URL("..", import.meta.url));

/** The paths of the files in a folder, from the root, with forward slashes. */
function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

function readSources(): Sources {
  const files = [...["app", "components", "lib", "model"].flatMap(filesIn), "proxy.ts", "server.ts"];
  const code = files.filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !isTest(path));
  return new Map(code.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

const strangersInApp = (paths: string[]) => paths.filter((path) => !ofRoutes.test(path));

test("imports point one way, only lib/env.ts reads the environment, and the browser gets nothing of Node's", () => {
  const sources = readSources();
  expect(sources.has("lib/model/spec.ts")).toBe(true);
  expect(findViolations(sources)).toEqual([]);
});

test.each([
  ["lib/math/qr.ts", 'import { spec } from "../model/spec";', "imports lib/model/spec"],
  ["lib/store/log.ts", 'import type { Model } from "@/lib/model/model";', "imports lib/model/model"],
  ["lib/training/train.ts", 'export * from "../scoring/csv";', "imports lib/scoring/csv"],
  ["lib/api/app.ts", 'const page = await import("../../app/page");', "imports app/page"],
  ["lib/api/app.ts", 'import { headers } from "next/headers";', "imports next/headers"],
  ["lib/api/app.ts", 'import { renderToString } from "react-dom/server";', "imports react-dom/server"],
  ["app/page.tsx", 'import "../server";', "imports server"],
  ["components/card.tsx", 'import "../app/page";', "imports app/page"],
  ["app/page.tsx", 'import house from "@/model/house-price/model.json";', "imports model/house-price/model.json"],
  ["lib/api/app.ts", "const port = process.env.PORT;", "reads the environment"],
  ["lib/api/app.ts", 'import { env } from "node:process";', "reads the environment"],
  ["components/form.tsx", '"use client";\nimport "node:fs";', "brings node:fs in components/form.tsx to the browser"],
  ["lib/model/input.ts", 'import "crypto";', "brings crypto in lib/model/input.ts to the browser"],
  ["lib/api/app.ts", 'const LOG = Symbol.for("log");', "keeps state beside lib/process-state.ts"],
  ["lib/extra/thing.ts", "", "lib/extra has no place in the house"],
  ["model/salary/model.ts", "", "model has no place in the house"],
])("%s with %j is reported", (path, source, violation) => {
  expect(findViolations(new Map([[path, source]]))).toEqual([`${path}: ${violation}`]);
});

test("what reaches the browser by way of another file is reported, what is only a type is not", () => {
  const env = ["lib/env.ts", 'import { readFileSync } from "node:fs";'] as const;
  const predict = (source: string) => findViolations(new Map([["lib/model/predict.ts", source], env]));
  expect(predict('import { env } from "../env";')).toEqual([
    "lib/model/predict.ts: brings node:fs in lib/env.ts to the browser",
  ]);
  expect(predict('import { type Env } from "../env";\nimport type { A } from "../env";')).toEqual([]);
});

test("no import circle stands anywhere, types included", () => {
  expect(findCircles(readSources())).toEqual([]);
});

test.each([
  ["two files", { "lib/a/x.ts": 'import "./y";', "lib/a/y.ts": 'import "./x";' }, ["lib/a/x.ts, lib/a/y.ts"]],
  ["a file and itself", { "lib/a/x.ts": 'export * from "./x";' }, ["lib/a/x.ts"]],
  [
    "types alone",
    { "components/a.tsx": 'import type { B } from "@/lib/b";', "lib/b.ts": 'type A = import("../components/a").A;' },
    ["components/a.tsx, lib/b.ts"],
  ],
  [
    "three files, with one that only reaches them",
    { "a.ts": 'import "./b";', "b.ts": 'import "./c";', "c.ts": 'import("./d");', "d.ts": 'export * from "./b";' },
    ["b.ts, c.ts, d.ts"],
  ],
  [
    "no circle, though two ways lead to one file",
    { "a.ts": 'import "./b";\nimport "./c";', "b.ts": 'import "./c";', "c.ts": "" },
    [],
  ],
])("findCircles(sources) finds %s", (_, sources, circles) => {
  expect(findCircles(new Map(Object.entries(sources)))).toEqual(circles);
});

test("app/ holds only what Next serves by its name", () => {
  expect(filesIn("app")).toContain("app/page.tsx");
  expect(strangersInApp(filesIn("app"))).toEqual([]);
});

test.each([
  "app/words.ts",
  "app/models/[model]/estimate/report.tsx",
  "app/docs/page.test.tsx",
  "app/(site)/homepage.tsx",
])("%s has no place in app/", (path) => {
  expect(strangersInApp([path, "app/docs/page.tsx", "app/globals.css", "app/api/[[...path]]/route.ts"])).toEqual([
    path,
  ]);
});

test("package.json lists each package once, as a dependency where production code imports it", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(Object.keys(devDependencies).filter((name) => name in dependencies)).toEqual([]);
  const imported = [...readSources()].flatMap(([path, source]) => importsOf(path, source).map(({ of }) => of));
  const packages = imported
    .filter((of) => of.startsWith("package "))
    .map((of) => /^package ((@[^/]+\/)?[^/]+)/.exec(of)![1]!)
    .filter((name) => !isBuiltin(name));
  expect(new Set(packages.filter((name) => !(name in dependencies)))).toEqual(new Set());
});
