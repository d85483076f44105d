import { viewOf } from './sfnt.ts';

/** Sum of the big-endian 32-bit words of some bytes, modulo 2³². */
export function checksum(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  const whole = bytes.length & ~3;
  let sum = 0;
  for (let at = 0; at < whole; at += 4) sum = (sum + view.getUint32(at)) | 0;
  for (let at = whole; at < bytes.length; at++) sum = (sum + (view.getUint8(at) << (24 - 8 * (at & 3)))) | 0;
  return sum >>> 0;
}
