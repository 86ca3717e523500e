/**
 * How much of a body that is too large is read and thrown away before it is refused, as a multiple of the limit. Many
 * clients read the answer only after they have sent everything; to hang up on them is to let them guess. Past this
 * they are cut off. (Hono's `bodyLimit` answers without reading on.)
 */
const DISCARDED = 64;

/**
 * The bytes of a request's body. Memory does not grow beyond the limit.
 *
 * @param limit in bytes
 * @returns nothing where there are more bytes than the limit
 */
export async function readBounded(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const declared = Number(request.headers.get("content-length") ?? NaN);
  if (declared > DISCARDED * limit) return undefined;
  // The HTTP parser holds a body to its declared length, so a small one can be read at once, which is far quicker.
  if (declared <= limit) return new Uint8Array(await request.arrayBuffer());

  const reader = request.body?.getReader();
  let chunks: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size <= limit) chunks.push(read.value);
    else chunks = [];
    if (size > DISCARDED * limit) {
      await reader?.cancel();
      break;
    }
  }
  return size > limit ? undefined : Buffer.concat(chunks);
}
