import type { ByteReader } from "../byte-reader";
import { ImportError } from "../import-error";
import type { Budget } from "./limits";
import { malformed, readLiteral, readText } from "./literals";
import { PyArray, PyDict, PyGlobal, PyList, PyObject, PySet, PyTuple, type Node } from "./nodes";
import { Stack } from "./stack";

/** What a reader of pickles is given beside the bytes. */
export interface PickleContext {
  budget: Budget;
  /** @throws ImportError for a name that no file may use */
  checkName(global: PyGlobal): void;
  /** What an object stands for that now has its state, such as an array; the object itself where it is nothing else. */
  settle(object: PyObject, reader: ByteReader): Node;
}

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
  private readonly stack = new Stack();
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
      if (code === 0x2e) return this.stack.pop();
      this.context.budget.addNodes();
      this.step(code);
    }
  }

  private step(code: number): void {
    const { reader, stack } = this;
    const literal = readLiteral(code, reader, this.context.budget);
    if (literal !== undefined) return stack.push(literal);
    switch (String.fromCharCode(code)) {
      case "(":
        return this.stack.mark();
      case "0":
        stack.pop();
        return;
      case "1":
        stack.popMark();
        return;
      case "2":
        return stack.push(stack.top());
      case "]":
        return stack.push(new PyList([]));
      case "l":
        return stack.push(new PyList(stack.popMark()));
      case ")":
        return stack.push(new PyTuple([]));
      case "t":
        return stack.push(new PyTuple(stack.popMark()));
      case "\x85":
        return stack.push(new PyTuple(stack.popSeveral(1)));
      case "\x86":
        return stack.push(new PyTuple(stack.popSeveral(2)));
      case "\x87":
        return stack.push(new PyTuple(stack.popSeveral(3)));
      case "}":
        return stack.push(new PyDict());
      case "d": {
        const pairs = stack.popMark();
        stack.push(new PyDict());
        return stack.put(pairs);
      }
      case "\x8f":
        return stack.push(new PySet([]));
      case "\x91":
        return stack.push(new PySet(stack.popMark()));
      case "a": {
        const [item] = stack.popSeveral(1);
        return stack.append([item!]);
      }
      case "e":
        return stack.append(stack.popMark());
      case "\x90": {
        const items = stack.popMark();
        return stack.addToSet(items);
      }
      case "s": {
        const pair = stack.popSeveral(2);
        return stack.put(pair);
      }
      case "u": {
        const pairs = stack.popMark();
        return stack.put(pairs);
      }
      case "c": {
        const path = readText(reader, this.context.budget);
        return this.pushGlobal(path, readText(reader, this.context.budget));
      }
      case "\x93": {
        const [path, name] = stack.popSeveral(2);
        if (typeof path !== "string" || typeof name !== "string") throw malformed();
        return this.pushGlobal(path, name);
      }
      case "R": {
        const [callee, args] = stack.popSeveral(2);
        return this.pushObject(callee!, args!);
      }
      case "\x81": {
        const [of, args] = stack.popSeveral(2);
        return this.pushObject(of!, args!);
      }
      case "\x92": {
        const [of, args] = stack.popSeveral(3);
        return this.pushObject(of!, args!);
      }
      case "o": {
        const [of, ...args] = stack.popMark();
        return this.pushObject(of ?? null, new PyTuple(args));
      }
      case "i": {
        const path = readText(reader, this.context.budget);
        const global = this.global(path, readText(reader, this.context.budget));
        return this.pushObject(global, new PyTuple(stack.popMark()));
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
        if (reader.byte() > 5)
          throw new ImportError("the pickle is of a protocol later than 5; save it with protocol 5");
        return;
      case "\x95":
        if (reader.length64() > reader.left) throw reader.cutOff();
        return;
      case "P":
      case "Q":
      case "\x97":
      case "\x98":
        throw new ImportError(
          "a part of the model is outside the file; save it as one file, with joblib.dump or pickle.dump",
        );
      case "\x82":
      case "\x83":
      case "\x84":
        throw new ImportError("the file names a class by a number that only the machine that wrote it knows");
      default:
        throw malformed();
    }
  }

  private pushGlobal(module: string, name: string): void {
    this.stack.push(this.global(module, name));
  }

  private global(module: string, name: string): PyGlobal {
    this.context.budget.addName();
    const global = new PyGlobal(module, name);
    this.context.checkName(global);
    return global;
  }

  private pushObject(of: Node, args: Node): void {
    if (!(of instanceof PyGlobal) || !(args instanceof PyTuple)) throw malformed();
    this.stack.push(this.context.settle(new PyObject(of, args.items), this.reader));
  }

  private build(): void {
    const state = this.stack.pop();
    const object = this.stack.top();
    // What is settled already has all that it needs.
    if (object instanceof PyArray) return;
    if (!(object instanceof PyObject)) throw malformed();
    object.state = state;
    const settled = this.context.settle(object, this.reader);
    if (settled === object) return;
    this.stack.replaceTop(settled);
    this.settled.set(object, settled);
  }

  private remember(index: number): void {
    this.memo.set(index, this.stack.top());
  }

  private recall(index: number): void {
    const node = this.memo.get(index);
    if (node === undefined) throw malformed();
    this.stack.push(this.settled.get(node) ?? node);
  }

  private index(): number {
    const text = readText(this.reader, this.context.budget);
    if (!/^\d{1,10}$/.test(text)) throw malformed();
    return Number(text);
  }
}
