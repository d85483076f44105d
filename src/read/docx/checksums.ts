/** Where a part of a zip archive says what its bytes should sum up to (PKWARE APPNOTE 4.3.12 and 4.3.16). */
const CENTRAL = { signature: 0x02014b50, length: 46, crc: 16, nameLength: 28, extra: 30, comment: 32 } as const;
const END = { signature: 0x06054b50, length: 22, entries: 10, directory: 16, longestComment: 0xffff } as const;

/** The CRC-32 that the directory of an archive has for each part, by the bytes of its name; the last of two of one name. */
export function declaredChecksums(bytes: Uint8Array): ReadonlyMap<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sums = new Map<string, number>();
  const end = endRecord(view);
  let at = view.getUint32(end + END.directory, true);
  for (let left = view.getUint16(end + END.entries, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== CENTRAL.signature) throw new Error('no entry of the directory');
    const name = at + CENTRAL.length;
    const nameEnd = name + view.getUint16(at + CENTRAL.nameLength, true);
    sums.set(decoder.decode(bytes.subarray(name, nameEnd)), view.getUint32(at + CENTRAL.crc, true));
    at = nameEnd + view.getUint16(at + CENTRAL.extra, true) + view.getUint16(at + CENTRAL.comment, true);
  }
  return sums;
}

const decoder = new TextDecoder();

function endRecord(view: DataView): number {
  const last = view.byteLength - END.length;
  for (let at = last; at >= Math.max(0, last - END.longestComment); at -= 1)
    if (view.getUint32(at, true) === END.signature) return at;
  throw new Error('no end of the directory');
}
