import type { ByteReader } from "../byte-reader";
import { ImportError } from "../import-error";
import { Budget } from "./limits";
import { PyArray, PyDict, PyGlobal, PyList, PyObject, PySet, PyTuple, type Node } from "./nodes";

/** What a reader of pickles is given beside the bytes. */
export interface PickleContext {
  budget: Budget;
  /** @throws ImportError for a name that no file may use */
  checkName(global: PyGlobal): void;
  /** What an object stands for that now has its state, such as an array; the object itself where it is nothing else. */
  settle(object: PyObject, reader: ByteReader): Node;
}

const latin1 = new TextDecoder("latin1");
const utf8 = new TextDecoder("utf-8");

/**
 * Read one pickle, of protocol 0 to 5, as a tree of symbols; see `Node`. Nothing is called.
 *
 * Source: the comments of Python's `pickletools.py`, which describe each code and what it takes from the stack.
 *
 * @throws ImportError where it is none, is cut off, or is larger than the budget
 */
export function readPickle(reader: ByteReader, context: PickleContext): Node {
  return new PickleReader(reader, context).read();
}

class PickleReader {
  private stack: Node[] = [];
  /** The stacks below each mark. */
  private readonly marks: Node[][] = [];
  private readonly memo = new Map<number, Node>();
  /** Objects that were remembered before their state came, and what they became by it. */
  private readonly settled = new Map<Node, Node>();

  constructor(
    private readonly reader: ByteReader,
    private readonly context: PickleContext,
  ) {}

  read(): Node {
    for (;;) {
      const code = this.reader.byte();
      if (code === 0x2e) return this.pop();
      this.context.budget.addNodes();
      this.step(code);
    }
  }

  private step(code: number): void {
    const { reader } = this;
    switch (String.fromCharCode(code)) {
      case "(":
        this.marks.push(this.stack);
        this.stack = [];
        return;
      case "0":
        this.pop();
        return;
      case "1":
        this.popMark();
        return;
      case "2":
        return this.push(this.top());
      case "N":
        return this.push(null);
      case "\x88":
        return this.push(true);
      case "\x89":
        return this.push(false);
      case "I":
        return this.push(readIntegerLine(this.text()));
      case "J":
        return this.push(reader.int32());
      case "K":
        return this.push(reader.byte());
      case "M":
        return this.push(reader.uint16());
      case "L":
        return this.push(this.wholeNumber(this.text().replace(/L$/, "")));
      case "\x8a":
        return this.push(this.littleEndian(reader.byte()));
      case "\x8b":
        return this.push(this.littleEndian(reader.int32()));
      case "F":
        return this.push(readFloatLine(this.text()));
      case "G":
        return this.push(reader.float64());
      case "S":
        return this.push(readQuoted(this.text()));
      case "T":
        return this.push(latin1.decode(reader.take(reader.int32())));
      case "U":
        return this.push(latin1.decode(reader.take(reader.byte())));
      case "V":
        return this.push(unescapeUnicode(latin1.decode(reader.line())));
      case "X":
        return this.push(utf8.decode(reader.take(reader.uint32())));
      case "\x8c":
        return this.push(utf8.decode(reader.take(reader.byte())));
      case "\x8d":
        return this.push(utf8.decode(reader.take(reader.length64())));
      case "B":
        return this.push(reader.take(reader.uint32()));
      case "C":
        return this.push(reader.take(reader.byte()));
      case "\x8e":
      case "\x96":
        return this.push(reader.take(reader.length64()));
      case "]":
        return this.push(new PyList([]));
      case "l":
        return this.push(new PyList(this.popMark()));
      case ")":
        return this.push(new PyTuple([]));
      case "t":
        return this.push(new PyTuple(this.popMark()));
      case "\x85":
        return this.push(new PyTuple(this.popSeveral(1)));
      case "\x86":
        return this.push(new PyTuple(this.popSeveral(2)));
      case "\x87":
        return this.push(new PyTuple(this.popSeveral(3)));
      case "}":
        return this.push(new PyDict());
      case "d": {
        const dict = new PyDict();
        putAll(dict, this.popMark());
        return this.push(dict);
      }
      case "\x8f":
        return this.push(new PySet([]));
      case "\x91":
        return this.push(new PySet(this.popMark()));
      case "a": {
        const [item] = this.popSeveral(1);
        return this.append([item!]);
      }
      case "e":
        return this.append(this.popMark());
      case "\x90": {
        const items = this.popMark();
        const set = this.top();
        if (!(set instanceof PySet)) throw malformed();
        for (const item of items) set.items.push(item);
        return;
      }
      case "s": {
        const pair = this.popSeveral(2);
        return putAll(this.top(), pair);
      }
      case "u": {
        const pairs = this.popMark();
        return putAll(this.top(), pairs);
      }
      case "c": {
        const module = this.text();
        return this.pushGlobal(module, this.text());
      }
      case "\x93": {
        const [module, name] = this.popSeveral(2);
        if (typeof module !== "string" || typeof name !== "string") throw malformed();
        return this.pushGlobal(module, name);
      }
      case "R": {
        const [callee, args] = this.popSeveral(2);
        return this.pushObject(callee!, args!);
      }
      case "\x81": {
        const [of, args] = this.popSeveral(2);
        return this.pushObject(of!, args!);
      }
      case "\x92": {
        const [of, args] = this.popSeveral(3);
        return this.pushObject(of!, args!);
      }
      case "o": {
        const [of, ...args] = this.popMark();
        return this.pushObject(of ?? null, new PyTuple(args));
      }
      case "i": {
        const module = this.text();
        const global = this.global(module, this.text());
        return this.pushObject(global, new PyTuple(this.popMark()));
      }
      case "b":
        return this.build();
      case "p":
        return this.remember(this.index());
      case "q":
        return this.remember(reader.byte());
      case "r":
        return this.remember(reader.uint32());
      case "\x94":
        return this.remember(this.memo.size);
      case "g":
        return this.recall(this.index());
      case "h":
        return this.recall(reader.byte());
      case "j":
        return this.recall(reader.uint32());
      case "\x80":
        if (reader.byte() > 5) throw new ImportError("the pickle is of a protocol later than 5; save it with protocol 5");
        return;
      case "\x95":
        if (reader.length64() > reader.left) throw new ImportError("the file ends too early; copy it again as a whole");
        return;
      case "P":
      case "Q":
      case "\x97":
      case "\x98":
        throw new ImportError("a part of the model lies outside the file; save it as one file, with joblib.dump or pickle.dump");
      case "\x82":
      case "\x83":
      case "\x84":
        throw new ImportError("the file names a class by a number that only the machine that wrote it knows");
      default:
        throw malformed();
    }
  }

  private push(node: Node): void {
    this.stack.push(node);
  }

  private pop(): Node {
    if (this.stack.length === 0) throw malformed();
    return this.stack.pop()!;
  }

  private top(): Node {
    if (this.stack.length === 0) throw malformed();
    return this.stack.at(-1)!;
  }

  private popSeveral(count: number): Node[] {
    if (this.stack.length < count) throw malformed();
    return this.stack.splice(-count);
  }

  private popMark(): Node[] {
    const below = this.marks.pop();
    if (!below) throw malformed();
    const items = this.stack;
    this.stack = below;
    return items;
  }

  private append(items: Node[]): void {
    const list = this.top();
    if (!(list instanceof PyList || list instanceof PyObject)) throw malformed();
    for (const item of items) list.items.push(item);
  }

  private pushGlobal(module: string, name: string): void {
    this.push(this.global(module, name));
  }

  private global(module: string, name: string): PyGlobal {
    const global = new PyGlobal(module, name);
    this.context.checkName(global);
    return global;
  }

  private pushObject(of: Node, args: Node): void {
    if (!(of instanceof PyGlobal) || !(args instanceof PyTuple)) throw malformed();
    this.push(this.context.settle(new PyObject(of, args.items), this.reader));
  }

  private build(): void {
    const state = this.pop();
    const object = this.top();
    // What is settled already has all that it needs.
    if (object instanceof PyArray) return;
    if (!(object instanceof PyObject)) throw malformed();
    object.state = state;
    const settled = this.context.settle(object, this.reader);
    if (settled === object) return;
    this.stack[this.stack.length - 1] = settled;
    this.settled.set(object, settled);
  }

  private remember(index: number): void {
    this.memo.set(index, this.top());
  }

  private recall(index: number): void {
    const node = this.memo.get(index);
    if (node === undefined) throw malformed();
    this.push(this.settled.get(node) ?? node);
  }

  private text(): string {
    return utf8.decode(this.reader.line()).replace(/\r$/, "");
  }

  private index(): number {
    const text = this.text();
    if (!/^\d{1,10}$/.test(text)) throw malformed();
    return Number(text);
  }

  private wholeNumber(text: string): number | bigint {
    this.context.budget.checkNumber(text.length);
    if (!/^-?\d+$/.test(text)) throw malformed();
    return narrow(BigInt(text));
  }

  private littleEndian(count: number): number | bigint {
    this.context.budget.checkNumber(count);
    let value = 0n;
    const bytes = this.reader.take(count);
    for (let index = bytes.length - 1; index >= 0; index--) value = (value << 8n) | BigInt(bytes[index]!);
    return narrow(bytes.length > 0 && bytes.at(-1)! >= 0x80 ? value - (1n << BigInt(8 * bytes.length)) : value);
  }
}

function malformed(): ImportError {
  return new ImportError("the file is no pickle, or is damaged; copy it again as a whole");
}

/** A number where it is one exactly. */
function narrow(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function putAll(target: Node, flat: Node[]): void {
  if (!(target instanceof PyDict || target instanceof PyObject) || flat.length % 2 === 1) throw malformed();
  for (let index = 0; index < flat.length; index += 2) target.entries.push([flat[index]!, flat[index + 1]!]);
}

function readIntegerLine(text: string): number | boolean {
  if (text === "00" || text === "01") return text === "01";
  if (!/^-?\d{1,15}$/.test(text)) throw malformed();
  return Number(text);
}

function readFloatLine(text: string): number {
  if (/^-?(inf|nan)$/.test(text)) return text === "nan" ? NaN : text === "inf" ? Infinity : -Infinity;
  if (!/^-?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(text)) throw malformed();
  return Number(text);
}

/** A text of Python 2 between quotes, in which some bytes are escaped. */
function readQuoted(text: string): string {
  const inner = /^(['"])(.*)\1$/s.exec(text)?.[2];
  if (inner === undefined) throw malformed();
  const named: Record<string, string> = { n: "\n", r: "\r", t: "\t" };
  return inner.replace(/\\(x[0-9a-f]{2}|.)/gis, (_, escaped: string) =>
    escaped.length === 3 ? String.fromCharCode(parseInt(escaped.slice(1), 16)) : (named[escaped] ?? escaped),
  );
}

function unescapeUnicode(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})|\\U([0-9a-f]{8})/gi, (_, four?: string, eight?: string) => {
    const point = parseInt(four ?? eight!, 16);
    if (point > 0x10ffff) throw malformed();
    return String.fromCodePoint(point);
  });
}
