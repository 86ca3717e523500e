/** A table of what each byte does to a checksum of a reflected polynomial of 32 bits. */
const REFLECTED = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The checksum of gzip, zip and xz (ISO 3309), as a whole number from 0. */
export function crc32(bytes: Uint8Array): number {
  let value = -1;
  for (let index = 0; index < bytes.length; index++) value = REFLECTED[(value ^ bytes[index]!) & 0xff]! ^ (value >>> 8);
  return ~value >>> 0;
}

/** The checksum of zlib (RFC 1950, section 8), as a whole number from 0. */
export function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (let start = 0; start < bytes.length; start += 3_800) {
    const end = Math.min(start + 3_800, bytes.length);
    for (let index = start; index < end; index++) {
      low += bytes[index]!;
      high += low;
    }
    low %= 65_521;
    high %= 65_521;
  }
  return high * 65_536 + low;
}

/** What each byte does to the checksum of 64 bits that xz has (ECMA-182, reflected): the upper and lower half. */
const [UPPER, LOWER] = (() => {
  const halves = [new Int32Array(256), new Int32Array(256)] as const;
  for (let byte = 0; byte < 256; byte++) {
    let [high, low] = [0, byte];
    for (let bit = 0; bit < 8; bit++) {
      const odd = low & 1;
      low = (low >>> 1) | (high << 31);
      high >>>= 1;
      if (odd) {
        high ^= 0xc96c5795;
        low ^= 0xd7870f42;
      }
    }
    halves[0][byte] = high;
    halves[1][byte] = low;
  }
  return halves;
})();

/** The checksum of 64 bits that xz has, its upper and lower half as whole numbers from 0. */
export function crc64(bytes: Uint8Array): [upper: number, lower: number] {
  let [high, low] = [-1, -1];
  for (let index = 0; index < bytes.length; index++) {
    const at = (low ^ bytes[index]!) & 0xff;
    low = ((low >>> 8) | (high << 24)) ^ LOWER[at]!;
    high = (high >>> 8) ^ UPPER[at]!;
  }
  return [~high >>> 0, ~low >>> 0];
}

/** What each byte does to the checksum of bzip2, whose most significant bit comes first. */
const FORWARD = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++) value = value < 0 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value;
});

/** The checksum of a block of bzip2, as a whole number from 0. */
export function forwardCrc32(bytes: Uint8Array): number {
  let value = -1;
  for (let index = 0; index < bytes.length; index++) value = FORWARD[(value >>> 24) ^ bytes[index]!]! ^ (value << 8);
  return ~value >>> 0;
}
