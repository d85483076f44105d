import type { Span } from './span.ts';

/** Where in a record a value stands: keys of maps and positions in lists, from the top. */
export type Path = readonly (string | number)[];

/**
 * Where a piece of printed text comes from.
 * - `value`: a scalar the author typed; `key`: a key of the record printed as a label;
 * - `blank`: a field left empty or out (the span is its key, or the map that could hold it);
 * - `computed`: an amount worked out from others; `generated`: a number or word made by the template;
 * - `template`: a literal of the template.
 */
export type Origin =
  | { readonly kind: 'value' | 'key' | 'blank' | 'computed'; readonly path: Path; readonly span: Span }
  | { readonly kind: 'generated' | 'template'; readonly span: Span };

/** A path as a key of maps; no key of a record holds U+0000. */
export const pathKey = (path: Path): string => path.join('\0');

/** A path as people write it: `绩效指标.产出指标.数量指标[1].年度指标值`, positions counted from 1. */
export const pathText = (path: Path): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part + 1}]` : i === 0 ? part : `.${part}`)).join('');
