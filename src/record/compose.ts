import type { Span } from '../base/index.ts';
import { type Blueprint, FORM_FILE } from '../blueprint/index.ts';
import type { Entry, Node, Scalar } from '../source/index.ts';
import { buildGroup } from './build.ts';
import type { CheckedRecord, GroupValue } from './types.ts';

/** What a program fills a form with: texts, lists, and groups by the names of their fields. */
export type Content = string | readonly Content[] | { readonly [name: string]: Content };

/**
 * A record that the program makes, not an author: for the pages that stand before the forms of a volume. What the form
 * has no field for is left out, so that a district's own form may show less.
 */
export function composeRecord(blueprint: Blueprint, content: { readonly [name: string]: Content }): CheckedRecord {
  const at = placeOf(blueprint);
  return unwritten(blueprint, buildGroup(blueprint.fields, nodeOf(content, at), [], at));
}

/** A record of these values that no author wrote; it stands for its form. */
export function unwritten(blueprint: Blueprint, root: GroupValue): CheckedRecord {
  const at = placeOf(blueprint);
  return { file: at.file, text: '', blueprint, root, layout: { fit: null }, acceptances: [], found: [], at };
}

const placeOf = ({ folders }: Blueprint): Span => ({ file: `${folders[0]}/${FORM_FILE}`, start: 0, end: 0 });

function nodeOf(content: Content, span: Span): Node {
  if (typeof content === 'string') return scalarOf(content, span);
  if (isList(content)) return { kind: 'list', items: content.map((item) => nodeOf(item, span)), span };
  const entries = Object.entries(content).map(
    ([name, value]): Entry => ({ key: scalarOf(name, span), value: nodeOf(value, span), span }),
  );
  return { kind: 'map', entries, span };
}

const isList = (content: Content): content is readonly Content[] => Array.isArray(content);

/** A text as if it stood at a place. */
export const scalarOf = (text: string, span: Span): Scalar => ({
  kind: 'scalar',
  text,
  blank: text === '',
  style: 'plain',
  span,
});
