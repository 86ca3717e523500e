import { formatCount } from "../model/format";
import { AGAIN, ImportError } from "./import-error";

/** Reads bytes from front to back; whatever lies beyond the end is a file that was cut off. */
export class ByteReader {
  private readonly view: DataView;

  constructor(
    readonly bytes: Uint8Array,
    public position = 0,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.bytes.length - this.position;
  }

  /** The next bytes, without a copy. */
  take(count: number): Uint8Array {
    const start = this.skip(count);
    return this.bytes.subarray(start, this.position);
  }

  byte(): number {
    return this.view.getUint8(this.skip(1));
  }

  uint16(): number {
    return this.view.getUint16(this.skip(2), true);
  }

  uint32(): number {
    return this.view.getUint32(this.skip(4), true);
  }

  int32(): number {
    return this.view.getInt32(this.skip(4), true);
  }

  /** A length in eight bytes; what is larger than the file is refused before anything is made for it. */
  length64(): number {
    const at = this.skip(8);
    const [low, high] = [this.view.getUint32(at, true), this.view.getUint32(at + 4, true)];
    return high * 2 ** 32 + low;
  }

  /** A double, the most significant byte first. */
  float64(): number {
    return this.view.getFloat64(this.skip(8), false);
  }

  /** How many bytes there are before the next line feed; infinitely many where there is none. */
  lineLength(): number {
    const end = this.bytes.indexOf(0x0a, this.position);
    return end < 0 ? Infinity : end - this.position;
  }

  /** What is thrown for a file that ends in the middle of a value. */
  cutOff(): ImportError {
    const size = formatCount(this.bytes.length, "byte");
    return new ImportError(`the file is cut off: it ends after ${size}, in the middle of a value; ${AGAIN}`);
  }

  /** Pass over the next bytes. @returns where they begin */
  private skip(count: number): number {
    if (!(count >= 0 && count <= this.left)) throw this.cutOff();
    const start = this.position;
    this.position += count;
    return start;
  }
}
