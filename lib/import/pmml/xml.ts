import { ImportError } from "../import-error";
import type { Budget } from "../pickle/limits";

/** An element of XML, with the prefix of its name taken away. */
export class Element {
  readonly children: Element[] = [];
  text = "";

  constructor(
    readonly name: string,
    /** The name as it is written. */
    readonly fullName: string,
    readonly attributes: ReadonlyMap<string, string>,
  ) {}

  get(attribute: string): string | undefined {
    return this.attributes.get(attribute);
  }

  /** An attribute that must be there. */
  need(attribute: string): string {
    return this.get(attribute) ?? this.refuse(`it has no ${attribute}`);
  }

  /** A number of an attribute. */
  number(attribute: string, otherwise?: number): number {
    const text = this.get(attribute);
    if (text === undefined && otherwise !== undefined) return otherwise;
    const value = numberOf(this.need(attribute));
    return value ?? this.refuse(`its ${attribute} is ${JSON.stringify(text?.slice(0, 40))} and no number`);
  }

  all(name: string): Element[] {
    return this.children.filter((child) => child.name === name);
  }

  first(name: string): Element | undefined {
    return this.children.find((child) => child.name === name);
  }

  refuse(reason: string): never {
    throw new ImportError(`the ${this.name.slice(0, 60)} in the file of PMML cannot be read: ${reason}`);
  }
}

const NUMBER = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;

export const numberOf = (text: string): number | undefined => (NUMBER.test(text) ? Number(text) : undefined);

const DEEPEST = 100;
const NAME = /[A-Za-z_:\u00c0-\uffff][\w:.\-\u00b7-\uffff]*/y;
const ATTRIBUTE = /\s+([A-Za-z_:\u00c0-\uffff][\w:.\-\u00b7-\uffff]*)\s*=\s*("[^"<]*"|'[^'<]*')/y;
const END_OF_TAG = /\s*(\/?)>/y;
const ENTITIES: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/**
 * Read a text of XML as a tree of elements. A document type is refused, so that no entity can be made of others: the five
 * of XML itself and the numbers of letters are all there are.
 *
 * @throws ImportError where the text is no XML, is cut off, too deep or too large
 */
export function readXml(text: string, budget: Budget): Element {
  const document = new Element("document", "", new Map());
  const open: Element[] = [document];
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf("<", at);
    const inside = open.at(-1)!;
    addText(inside, text.slice(at, start < 0 ? text.length : start), open.length > 1);
    if (start < 0) break;
    if (text.startsWith("<!--", start)) at = behind(text, "-->", start + 4);
    else if (text.startsWith("<?", start)) at = behind(text, "?>", start + 2);
    else if (text.startsWith("<![CDATA[", start)) {
      at = behind(text, "]]>", start + 9);
      inside.text += text.slice(start + 9, at - 3);
    } else if (text.startsWith("<!", start)) {
      throw new ImportError(
        "the file of XML has a document type (<!DOCTYPE …>), which is not read; export it without one",
      );
    } else if (text[start + 1] === "/") {
      at = behind(text, ">", start);
      const name = text.slice(start + 2, at - 1).trimEnd();
      if (open.length < 2 || name !== inside.fullName) throw damaged();
      open.pop();
    } else {
      budget.addNodes();
      const tag = readTag(text, start + 1, budget);
      at = tag.end;
      inside.children.push(tag.element);
      if (open.length > DEEPEST)
        throw new ImportError("the file of XML has elements within elements, too deep for a model");
      if (!tag.isClosed) open.push(tag.element);
    }
  }
  const [root, other] = document.children;
  if (open.length > 1 || !root || other) throw damaged();
  return root;
}

function readTag(text: string, start: number, budget: Budget) {
  const fullName = match(NAME, text, start)?.[0];
  if (!fullName) throw damaged();
  const attributes = new Map<string, string>();
  let at = start + fullName.length;
  for (let found = match(ATTRIBUTE, text, at); found; found = match(ATTRIBUTE, text, at)) {
    budget.addNodes();
    const [all, name = "", value = ""] = found;
    if (attributes.has(name)) throw damaged();
    attributes.set(name, decode(value.slice(1, -1)));
    at += all.length;
  }
  const end = match(END_OF_TAG, text, at);
  if (!end) throw damaged();
  const element = new Element(fullName.slice(fullName.indexOf(":") + 1), fullName, attributes);
  return { element, end: at + end[0].length, isClosed: end[1] === "/" };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function addText(element: Element, text: string, isInside: boolean): void {
  if (text.trim() === "") return;
  if (!isInside) throw damaged();
  element.text += decode(text);
}

function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&]{0,12});?/g, (all, name: string) => {
    const known = all.endsWith(";") && Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
    const [, hex, digits] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
    const code = hex ? parseInt(hex, 16) : digits ? Number(digits) : NaN;
    if (known !== undefined) return known;
    if (all.endsWith(";") && code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    throw new ImportError(`the file of XML has the entity ${JSON.stringify(all.slice(0, 20))}, which is not known`);
  });
}

function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw damaged();
  return at + mark.length;
}

const damaged = () => new ImportError("the file of XML is damaged or was cut off; export it again");
