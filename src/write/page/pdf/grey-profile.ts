import { flatMap } from '../../../base/index.ts';

/** The white of the profile connection space, D50, in 1/65536 (ICC.1:2001-04, 6.1.11). */
const WHITE = [0xf6d6, 0x10000, 0xd32d];
/** The exponent of the curve, 2.2 in 1/256: what screens and printers take grey for. */
const GAMMA = 0x0233;
const HEADER = 128;
const NAME = 'Grey, gamma 2.2';
const RIGHTS = 'No rights reserved';

/**
 * An ICC profile (version 2.1) of one grey channel: what the grey of a page means on any device, which PDF/A asks for
 * (ISO 19005-2, 6.2.4.3).
 */
export function greyProfile(): Uint8Array {
  const tags = [
    { name: 'desc', data: [...text('desc'), ...int32(0), ...int32(NAME.length + 1), ...text(NAME), ...zeros(79)] },
    { name: 'cprt', data: [...text('text'), ...int32(0), ...text(RIGHTS), 0] },
    { name: 'wtpt', data: [...text('XYZ '), ...int32(0), ...flatMap(WHITE, int32)] },
    { name: 'kTRC', data: [...text('curv'), ...int32(0), ...int32(1), GAMMA >> 8, GAMMA & 0xff] },
  ].map(({ name, data }) => ({ name, size: data.length, data: [...data, ...zeros(-data.length & 3)] }));
  const table: number[] = [...int32(tags.length)];
  const body: number[] = [];
  const start = HEADER + 4 + 12 * tags.length;
  for (const { name, size, data } of tags) {
    table.push(...text(name), ...int32(start + body.length), ...int32(size));
    body.push(...data);
  }
  return Uint8Array.from([...header(start + body.length), ...table, ...body]);
}

/** The day is that of the profile format's version; it says nothing about the document. */
const header = (size: number): number[] => [
  ...int32(size),
  ...int32(0),
  ...int32(0x02100000),
  ...text('mntrGRAYXYZ '),
  ...flatMap([2001, 4, 1, 0, 0, 0], (part) => [part >> 8, part & 0xff]),
  ...text('acsp'),
  ...zeros(28),
  ...flatMap(WHITE, int32),
  ...zeros(48),
];

const text = (characters: string): number[] => Array.from(characters, (character) => character.charCodeAt(0));

const int32 = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);

const zeros = (count: number): number[] => new Array<number>(count).fill(0);
