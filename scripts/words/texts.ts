import ts from "typescript";

/** A text that a person may read, with where it is. */
export interface Text {
  path: string;
  line: number;
  text: string;
  /** Its language; "code" where it is in no catalogue. */
  language: "en" | "de" | "code";
  /** How a component holds it: between tags, in an attribute, or as a value. */
  as: "jsx" | "attribute" | "value";
}

/** Attributes of elements and components that hold no words. */
const SILENT =
  /^(className|class|entry|id|htmlFor|href|action|name|type|role|rel|method|key|of|d|viewBox|transform|points|fill|stroke.*|text-?anchor|textAnchor|dominantBaseline|style|inputMode|autoComplete|autoCapitalize|spellCheck|list|lang|scope|target|accept|encType|width|height|x\d?|y\d?|dx|dy|data-.*|pages|section|value|kind|src|sizes|color|aria-(hidden|live|describedby|labelledby|controls|current|invalid|busy|pressed|expanded|haspopup|autocomplete|activedescendant|selected|atomic|modal|owns))$/;

const PLACEHOLDER = "…";

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map(({ literal }) => PLACEHOLDER + literal.text).join("");
  }
  return undefined;
}

/** Whether a value is that of a property whose name is an attribute without words. */
const isSilent = ({ parent }: ts.Node) =>
  parent !== undefined && ts.isPropertyAssignment(parent) && SILENT.test(parent.name.getText().replace(/['"]/g, ""));

/** Whether a node only names something: a module, a type, a key. */
function isName(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isLiteralTypeNode(parent) ||
    ts.isExternalModuleReference(parent) ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node) ||
    (ts.isElementAccessExpression(parent) && parent.argumentExpression === node) ||
    (ts.isBinaryExpression(parent) && /^[!=]==?$/.test(parent.operatorToken.getText()))
  );
}

/** Every text of a source, those of a catalogue with their language. */
export function textsOf(path: string, source: string): Text[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found: Text[] = [];
  const add = (node: ts.Node, text: string, language: Text["language"], as: Text["as"]) => {
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    found.push({ path, line, text: text.replace(/\s+/g, " ").trim(), language, as });
  };
  const visit = (node: ts.Node, language: Text["language"], as: Text["as"]): void => {
    if (ts.isCallExpression(node) && node.expression.getText(file) === "catalogue") {
      const [table] = node.arguments;
      if (table && ts.isObjectLiteralExpression(table)) {
        for (const property of table.properties) {
          const name = property.name?.getText(file);
          const own = name === "de" || name === "en" ? name : language;
          if (ts.isPropertyAssignment(property)) visit(property.initializer, own, "value");
        }
        return;
      }
    }
    if (ts.isJsxAttribute(node)) {
      const name = node.name.getText(file);
      if (SILENT.test(name)) return;
      if (node.initializer) visit(node.initializer, language, "attribute");
      return;
    }
    if (ts.isJsxText(node)) return void (node.text.trim() !== "" && add(node, node.text, language, "jsx"));
    if (language === "code" && isSilent(node)) return;
    const text = isName(node) ? undefined : textOf(node);
    if (text !== undefined) add(node, text, language, as);
    if (ts.isTemplateExpression(node)) {
      for (const { expression } of node.templateSpans) visit(expression, language, as);
      return;
    }
    const inside = ts.isJsxElement(node) || ts.isJsxFragment(node) || ts.isJsxExpression(node) ? "jsx" : as;
    ts.forEachChild(node, (child) => visit(child, language, as === "attribute" ? as : inside));
  };
  ts.forEachChild(file, (node) => visit(node, "code", "value"));
  return found;
}

const WORD = /\p{L}{2,}/u;

/** Whether a text in code reads like words for people: between tags and in attributes any word, elsewhere several. */
export function isForPeople({ text, as }: Pick<Text, "text" | "as">): boolean {
  if (!WORD.test(text.replaceAll(PLACEHOLDER, ""))) return false;
  if (as !== "value") return true;
  const parts = text.split(/\s+/);
  // Names of styles have marks inside that no word has.
  if (
    parts.some((part) =>
      /^[a-z-]+:|^[a-z]+-(\d|\[|[a-z-]*(full|px|lead|base|small|quiet|ink|center)$)|\[|[{}<>]|=>|^--?\w/.test(part),
    )
  )
    return false;
  const words = parts.filter((part) => /^["'(„“]?\p{L}[\p{L}’'-]*[.,:;!?)"“]*$/u.test(part));
  const gaps = parts.filter((part) => part.includes(PLACEHOLDER));
  return words.length + gaps.length >= 3 ? words.length >= 2 : words.length === 2 && /^\p{Lu}\p{Ll}/u.test(text);
}

/** The prose of a page of Markdown: paragraphs, entries and cells, without code and addresses. */
export function proseOf(path: string, markdown: string): Text[] {
  const found: Text[] = [];
  let inCode = false;
  markdown.split("\n").forEach((line, index) => {
    if (/^\s*```/.test(line)) inCode = !inCode;
    if (inCode || /^\s*(```|\|[\s:|-]+\|$)/.test(line)) return;
    const plain = line
      .replace(/`[^`]*`/g, "X")
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/^\s*([-*#>]+|\d+\.)\s+/, "");
    const cells = plain.startsWith("|") ? plain.split("|") : [plain];
    for (const cell of cells) {
      if (WORD.test(cell)) found.push({ path, line: index + 1, text: cell.trim(), language: "en", as: "value" });
    }
  });
  return found;
}

/** The sentences of a text, for counting: what ends in a full stop, a question or exclamation mark, a colon or a semicolon. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?:;])["”“)]*\s+/).filter((sentence) => WORD.test(sentence));
}

export const countWords = (sentence: string) =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}…]/u.test(word)).length;
