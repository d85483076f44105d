import { Unzlib } from 'fflate';
import { ObjectFault } from './types.ts';

/** So much is put into the decompressor at once: what comes out of it in one go stays small. */
const STEP = 64 * 1024;

/** Unpacks zlib data, no further than `limit` bytes. Throws {@link ObjectFault} beyond it or where the data are damaged. */
export function unpack(data: Uint8Array, limit: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  const take = (part: Uint8Array): void => {
    size += part.length;
    if (size > limit) throw new ObjectFault('unpacks to too much');
    parts.push(part);
  };
  const stream = new Unzlib(take);
  try {
    for (let at = 0; at < data.length; at += STEP) stream.push(data.subarray(at, at + STEP), at + STEP >= data.length);
  } catch (error) {
    throw error instanceof ObjectFault ? error : new ObjectFault('damaged data');
  }
  return joined(parts, size);
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Undoes the PNG predictors of a table of `columns` bytes a row (ISO 32000-1, 7.4.4.4). Throws {@link ObjectFault}. */
export function unpredict(data: Uint8Array, columns: number): Uint8Array {
  if (!Number.isInteger(columns) || columns < 1) throw new ObjectFault('rows of no width');
  const rows = Math.floor(data.length / (columns + 1));
  const plain = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const kind = data[row * (columns + 1)] ?? 0;
    for (let i = 0; i < columns; i += 1) {
      const at = row * columns + i;
      const left = i > 0 ? (plain[at - 1] ?? 0) : 0;
      const up = row > 0 ? (plain[at - columns] ?? 0) : 0;
      const corner = i > 0 && row > 0 ? (plain[at - columns - 1] ?? 0) : 0;
      plain[at] = (data[row * (columns + 1) + 1 + i] ?? 0) + guess(kind, { left, up, corner });
    }
  }
  return plain;
}

type Neighbours = { readonly left: number; readonly up: number; readonly corner: number };

function guess(kind: number, { left, up, corner }: Neighbours): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
