import { zlibSync } from 'fflate';
import type { GreyPicture } from './picture.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Sixteen greys are as legible as 256 and take a third of the room. */
const BITS = 4;

/**
 * A picture as a PNG of sixteen greys (ISO/IEC 15948). fflate deflates it and not node:zlib, whose bytes differ between
 * versions of Node.
 */
export function greyPng(picture: GreyPicture): Uint8Array {
  const { width, height } = picture;
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header[8] = BITS;
  return Buffer.concat([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(packedRows(picture), { level: 9, mem: 12 })),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** Two pixels in a byte, and before each row a zero: its bytes are not filtered. */
function packedRows({ width, height, greys }: GreyPicture): Uint8Array {
  const rowBytes = 1 + Math.ceil(width / 2);
  const rows = new Uint8Array(rowBytes * height);
  greys.forEach((grey, pixel) => {
    const x = pixel % width;
    const at = ((pixel - x) / width) * rowBytes + 1 + (x >> 1);
    const level = Math.round(grey / 17);
    rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? level << BITS : level);
  });
  return rows;
}

/** Length, name, data and checksum. */
function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(name, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(checksum(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}

/** CRC-32 as PNG wants it (ISO/IEC 15948, annex D), bit by bit: some hundred kilobytes need no table. */
function checksum(bytes: Uint8Array): number {
  let rest = -1;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return ~rest >>> 0;
}
