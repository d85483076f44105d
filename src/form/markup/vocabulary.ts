import type { AlignWish, Direction, VerticalAlign } from '../../base/index.ts';
import type { Keep } from '../types.ts';

const aligns: readonly AlignWish[] = ['left', 'center', 'right', 'justify', 'auto'];
const valigns: readonly VerticalAlign[] = ['top', 'middle', 'bottom'];
const directions: readonly Direction[] = ['horizontal', 'vertical'];
const keeps: readonly Exclude<Keep, 'none'>[] = ['whole', 'next'];

/** What an attribute may say: one of some words, a whole number from … to …, percents, widths of columns, or a style's name. */
export type AttributeRule =
  | { readonly words: readonly string[] }
  | { readonly from: number; readonly to: number }
  | 'percents'
  | 'widths'
  | 'style';

export type ElementRule = {
  readonly children: readonly string[];
  /** Whether it holds text and values. */
  readonly text: boolean;
  readonly attributes: ReadonlyMap<string, AttributeRule>;
  /** Attributes that must be given. */
  readonly required: readonly string[];
};

const none: ReadonlyMap<string, AttributeRule> = new Map();
const columns: ReadonlyMap<string, AttributeRule> = new Map([['columns', 'percents']]);
const widths: ReadonlyMap<string, AttributeRule> = new Map([['columns', 'widths']]);
const styled: ReadonlyMap<string, AttributeRule> = new Map([['style', 'style']]);
const linesAttributes: ReadonlyMap<string, AttributeRule> = new Map([
  ...columns,
  ...styled,
  ['seal', { words: ['yes'] }],
  ['keep', { words: ['next'] }],
]);
const breaking: ReadonlyMap<string, AttributeRule> = new Map([
  ['kind', { words: ['header'] }],
  ['keep', { words: keeps }],
]);
/** More columns than any sheet has room for. */
export const MOST_COLUMNS = 60;
const look: readonly (readonly [string, AttributeRule])[] = [
  ['align', { words: aligns }],
  ['valign', { words: valigns }],
  ['direction', { words: directions }],
];
const spanning: ReadonlyMap<string, AttributeRule> = new Map([
  ['span', { from: 1, to: MOST_COLUMNS }],
  ['rows', { from: 1, to: 9999 }],
  ['spread', { from: 2, to: 12 }],
  ['indent', { from: 1, to: 12 }],
  ...look,
]);

const holding = (children: readonly string[], attributes = none, required: readonly string[] = []): ElementRule => ({
  children,
  text: false,
  attributes,
  required,
});
const texts = (children: readonly string[], attributes = none): ElementRule => ({
  children,
  text: true,
  attributes,
  required: [],
});

/** What stands on pages. */
const blocks = ['title', 'subtitle', 'lines', 'table'] as const;

/** Every element of the markup: what may stand in it and which attributes it takes. */
export const elements: ReadonlyMap<string, ElementRule> = new Map([
  ['form', holding(['cover', ...blocks, 'page'])],
  ['cover', holding(blocks)],
  ['title', texts(['p'], styled)],
  ['subtitle', texts(['p'], styled)],
  ['lines', holding(['cell'], linesAttributes, ['columns'])],
  ['table', holding(['band'])],
  ['page', holding([])],
  ['band', holding(['group', 'row'], widths, ['columns'])],
  ['group', holding(['label', 'group', 'row'], breaking)],
  ['row', holding(['label', 'cell'], breaking)],
  ['label', texts(['p'], spanning)],
  ['cell', texts(['p'], spanning)],
  ['p', texts([])],
]);

/** The element a template is made of. */
export const TOP = 'form';
