import type { AlignWish, Direction, VerticalAlign } from '../../base/index.ts';

const aligns: readonly AlignWish[] = ['left', 'center', 'right', 'justify', 'auto'];
const valigns: readonly VerticalAlign[] = ['top', 'middle', 'bottom'];
const directions: readonly Direction[] = ['horizontal', 'vertical'];

/** What an attribute may say: one of some words, a whole number from 1, or percents. */
export type AttributeRule = { readonly words: readonly string[] } | 'count' | 'percents';

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
const header: ReadonlyMap<string, AttributeRule> = new Map([['kind', { words: ['header'] }]]);
const look: readonly (readonly [string, AttributeRule])[] = [
  ['align', { words: aligns }],
  ['valign', { words: valigns }],
  ['direction', { words: directions }],
];
const spanning: ReadonlyMap<string, AttributeRule> = new Map([['span', 'count'], ['rows', 'count'], ...look]);

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

/** Every element of the markup: what may stand in it and which attributes it takes. */
export const elements: ReadonlyMap<string, ElementRule> = new Map([
  ['form', holding(['title', 'subtitle', 'lines', 'table'])],
  ['title', texts(['p'])],
  ['subtitle', texts(['p'])],
  ['lines', holding(['cell'], columns, ['columns'])],
  ['table', holding(['band'])],
  ['band', holding(['group', 'row'], columns, ['columns'])],
  ['group', holding(['label', 'group', 'row'], header)],
  ['row', holding(['label', 'cell'], header)],
  ['label', texts(['p'], spanning)],
  ['cell', texts(['p'], spanning)],
  ['p', texts([])],
]);

/** The element a template is made of. */
export const TOP = 'form';
