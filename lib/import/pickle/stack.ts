import { malformed } from "./literals";
import { PyDict, PyList, PyObject, PySet, type Node } from "./nodes";

/** The stack of a pickle, with marks from which several nodes are taken at once. */
export class Stack {
  private nodes: Node[] = [];
  /** The stacks below each mark. */
  private readonly marks: Node[][] = [];

  mark(): void {
    this.marks.push(this.nodes);
    this.nodes = [];
  }

  push(node: Node): void {
    this.nodes.push(node);
  }

  pop(): Node {
    if (this.nodes.length === 0) throw malformed();
    return this.nodes.pop()!;
  }

  top(): Node {
    if (this.nodes.length === 0) throw malformed();
    return this.nodes.at(-1)!;
  }

  popSeveral(count: number): Node[] {
    if (this.nodes.length < count) throw malformed();
    const items: Node[] = [];
    for (let index = 0; index < count; index++) items.unshift(this.nodes.pop()!);
    return items;
  }

  popMark(): Node[] {
    const below = this.marks.pop();
    if (!below) throw malformed();
    const items = this.nodes;
    this.nodes = below;
    return items;
  }

  append(items: Node[]): void {
    const list = this.top();
    if (!(list instanceof PyList || list instanceof PyObject)) throw malformed();
    for (const item of items) list.items.push(item);
  }

  /** Put items into the set on top. */
  addToSet(items: Node[]): void {
    const set = this.top();
    if (!(set instanceof PySet)) throw malformed();
    for (const item of items) set.items.push(item);
  }

  /** Put keys and values, one after the other, into the dict on top. */
  put(flat: Node[]): void {
    const target = this.top();
    if (!(target instanceof PyDict || target instanceof PyObject) || flat.length % 2 === 1) throw malformed();
    for (let index = 0; index < flat.length; index += 2) target.entries.push([flat[index]!, flat[index + 1]!]);
  }

  replaceTop(node: Node): void {
    this.pop();
    this.push(node);
  }
}
