/**
 * What a pickle describes, as a tree of symbols. Nothing in a file is ever called: a call is kept as the name of what
 * would be called and its arguments.
 */
export type Node =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | PyList
  | PyTuple
  | PyDict
  | PySet
  | PyGlobal
  | PyObject
  | PyArray;

export class PyList {
  constructor(readonly items: Node[]) {}
}

export class PyTuple {
  constructor(readonly items: Node[]) {}
}

export class PyDict {
  readonly entries: [Node, Node][] = [];

  /** The value of a key that is a text; undefined where there is none. The last one counts, as in Python. */
  get(key: string): Node | undefined {
    return this.entries.findLast(([name]) => name === key)?.[1];
  }
}

export class PySet {
  constructor(readonly items: Node[]) {}
}

/** A class or a function, by its name alone. */
export class PyGlobal {
  constructor(
    readonly module: string,
    readonly name: string,
  ) {}

  get path(): string {
    return `${this.module}.${this.name}`;
  }
}

/** An instance of a class, or what a function would give for some arguments. */
export class PyObject {
  state: Node | undefined;
  /** What is appended to it, where it is a kind of list, and put into it, where it is a kind of dict. */
  readonly items: Node[] = [];
  readonly entries: [Node, Node][] = [];

  constructor(
    readonly of: PyGlobal,
    readonly args: Node[],
  ) {}

  /** An attribute of an instance; undefined where it has none of this name. */
  get(name: string): Node | undefined {
    const { state } = this;
    // Where a class has slots, the state is a pair: the dict, and the slots.
    const parts = state instanceof PyTuple ? state.items : [state];
    for (const part of parts) {
      const value = part instanceof PyDict ? part.get(name) : undefined;
      if (value !== undefined) return value;
    }
    return undefined;
  }
}

/** The elements of an array: numbers, or nodes. */
export type Elements = Node[] | Float64Array;

/** An array of numpy. Its elements are read from the file where they are first needed, and most never are. */
export class PyArray {
  private elements: Elements | (() => Elements);

  constructor(
    readonly shape: number[],
    /** As numpy writes it, without the order of bytes: "f8", "i8", "b1", "U5", "O". */
    readonly dtype: string,
    elements: Elements | (() => Elements),
  ) {
    this.elements = elements;
  }

  get length(): number {
    return this.shape.reduce((product, length) => product * length, 1);
  }

  /** In the order of rows. @throws ImportError where they are more than a model needs */
  get values(): Elements {
    if (typeof this.elements === "function") this.elements = this.elements();
    return this.elements;
  }
}
