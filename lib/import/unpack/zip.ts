import { ByteReader } from "../byte-reader";
import { ImportError } from "../import-error";
import type { Budget } from "../pickle/limits";
import { crc32 } from "./checksums";
import { damaged } from "./damaged";
import { inflateRaw } from "./deflate";
import { Output } from "./output";

const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;
const END_SIZE = 22;
const MOST_FILES = 10_000;
const MOST_BYTES = 8 * 2 ** 20;

interface Entry {
  method: number;
  flags: number;
  checksum: number;
  packed: number;
  size: number;
  at: number;
}

/**
 * The files of a zip archive, each unpacked where it is read.
 *
 * Source: PKWARE, "APPNOTE.TXT: .ZIP file format specification", version 6.3.10, sections 4.3.7 to 4.3.16.
 */
export class Archive {
  private readonly entries = new Map<string, Entry>();

  /** @throws ImportError where the list of files is damaged, or longer than a model needs */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly budget: Budget,
  ) {
    const { count, at } = findList(bytes);
    if (count > MOST_FILES) throw new ImportError(`the archive has more than ${MOST_FILES} files, which no model has`);
    budget.addNodes(count);
    const reader = new ByteReader(bytes, at);
    for (let index = 0; index < count; index++) {
      if (reader.uint32() !== ENTRY) throw damaged();
      reader.take(4);
      const [flags, method] = [reader.uint16(), reader.uint16()];
      reader.take(4);
      const [checksum, packed, size] = [reader.uint32(), reader.uint32(), reader.uint32()];
      const [name, extra, comment] = [reader.uint16(), reader.uint16(), reader.uint16()];
      reader.take(8);
      const local = reader.uint32();
      this.entries.set(new TextDecoder().decode(reader.take(name)), {
        method,
        flags,
        checksum,
        packed,
        size,
        at: local,
      });
      reader.take(extra + comment);
    }
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** How many bytes a file has, as the archive says. */
  sizeOf(name: string): number {
    return this.entries.get(name)?.size ?? 0;
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /**
   * @param most bytes that it may have
   * @throws ImportError where there is no file of this name, or it is damaged or larger
   */
  read(name: string, most = MOST_BYTES): Uint8Array {
    const entry = this.entries.get(name);
    if (!entry) throw new ImportError(`the archive has no file ${JSON.stringify(name.slice(0, 80))} that it names`);
    if (entry.flags & 1) throw new ImportError("the archive has a password; give it without one");
    const output = new Output(this.budget, 0, most);
    output.announce(entry.size);
    const packed = this.packed(entry);
    if (entry.method === 0) output.append(packed);
    else if (entry.method === 8) inflateRaw(packed, output);
    else throw new ImportError("the archive is packed in a way that is not read here; save it with ZIP_DEFLATED");
    if (output.length !== entry.size || crc32(output.unpacked) !== entry.checksum) throw damaged();
    return output.finish();
  }

  private packed({ at, packed }: Entry): Uint8Array {
    const reader = new ByteReader(this.bytes, Math.min(at, this.bytes.length));
    if (reader.uint32() !== LOCAL) throw damaged();
    reader.take(22);
    const [name, extra] = [reader.uint16(), reader.uint16()];
    reader.take(name + extra);
    return reader.take(packed);
  }
}

/** Where the list of files is, which stands at the end before a comment, and how many there are. */
function findList(bytes: Uint8Array): { count: number; at: number } {
  for (let at = bytes.length - END_SIZE; at >= Math.max(0, bytes.length - END_SIZE - 65_535); at--) {
    if (bytes[at] !== 0x50 || bytes[at + 1] !== 0x4b) continue;
    const reader = new ByteReader(bytes, at);
    if (reader.uint32() !== END) continue;
    reader.take(6);
    const count = reader.uint16();
    reader.take(4);
    return { count, at: Math.min(reader.uint32(), bytes.length) };
  }
  throw damaged();
}
