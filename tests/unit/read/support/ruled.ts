import {
  type PdfContent,
  type PdfGlyph,
  type PdfPage,
  type PdfRule,
  printTable,
  tablesOf,
} from '../../../../src/read/index.ts';
import { succeeded } from './word.ts';

const SIZE = 10;
/** Faces of the drawn texts: labels and values. */
const [LABEL, VALUE] = [0, 1];

export type Box = {
  readonly box: readonly [x: number, y: number, width: number, height: number];
  readonly text?: string;
  readonly label?: boolean;
  readonly top?: boolean;
  /** Lines stand in the middle between the sides, as far from the left rule as they are told, or 4 points. */
  readonly center?: boolean;
  readonly left?: number;
};

/** A ruled box with text in it. */
export const box = (x: number, y: number, width: number, height: number, text = '', more: Partial<Box> = {}): Box => ({
  box: [x, y, width, height],
  text,
  ...more,
});
/** The same in the face of labels. */
export const label = (...[x, y, width, height, text, more]: Parameters<typeof box>): Box =>
  box(x, y, width, height, text, { ...more, label: true });

export const line = (text: string, x: number, y: number, font = VALUE): PdfGlyph[] =>
  [...text].map((one, i) => ({
    text: one,
    x: x + i * SIZE,
    y,
    middle: [x + i * SIZE + SIZE / 2, y - 3.8],
    size: SIZE,
    width: SIZE,
    font,
    mark: null,
  }));

/** A line of text every 15 points, `/` between lines; 4 points from the left rule, in the middle of its height. */
function glyphsOf({ box: [x, y, width, height], text = '', label: isLabel, top, center, left = 4 }: Box): PdfGlyph[] {
  const lines = text === '' ? [] : text.split('/');
  const begin = top ? y + 3 : y + (height - lines.length * 15) / 2;
  const indent = (one: string): number => (center ? (width - [...one].length * SIZE) / 2 : left);
  return lines.flatMap((one, i) => line(one, x + indent(one), begin + i * 15 + 11.3, isLabel ? LABEL : VALUE));
}

const rulesOf = ({ box: [x, y, width, height] }: Box): PdfRule[] => [
  { x, y: y - 0.25, width, height: 0.5 },
  { x, y: y + height - 0.25, width, height: 0.5 },
  { x: x - 0.25, y, width: 0.5, height },
  { x: x + width - 0.25, y, width: 0.5, height },
];

export const page = (boxes: readonly Box[], ...outside: readonly PdfGlyph[][]): PdfPage => ({
  width: 400,
  height: 400,
  glyphs: [...boxes.flatMap(glyphsOf), ...outside.flat()],
  rules: boxes.flatMap(rulesOf),
});

export const contentOf = (...pages: readonly PdfPage[]): PdfContent => ({
  kind: 'pdf',
  info: { title: '', author: '', language: '' },
  fonts: [],
  pages,
  tags: { kind: 'none' },
});

/** The tables of pages as printed. */
export const tables = (...pages: readonly PdfPage[]): string[][] =>
  succeeded(tablesOf(contentOf(...pages), 'a.pdf')).tables.map(printTable);
