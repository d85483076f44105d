import { isFlow } from '../../author/format/index.ts';
import type { Span } from '../../base/index.ts';
import type { Entry, Node } from '../../source/index.ts';
import type { Wish } from '../wishes/types.ts';
import type { RowStyle } from './print.ts';
import type { Ground } from './scalar.ts';
import { columnOf, type Splice } from './splice.ts';

/** What is needed to write into a file. */
export type Desk = {
  readonly text: string;
  /** Where every value stands. */
  readonly groundOf: (node: Node) => Ground;
  /** How new rows are written where a list has none to follow. */
  readonly style: RowStyle;
  /** Is told of places that are written in a way that nothing can be put into. */
  readonly refuse: (at: Span) => void;
  /** The splices that a wish for a value makes; `holder` is the entry it is the value of. */
  readonly splices: (node: Node, wish: Wish, holder: Entry | null) => readonly Splice[];
};

/** Where every value of a file stands, told in one walk. */
export function groundsOf(text: string, root: Node): (node: Node) => Ground {
  const grounds = new Map<Node, Ground>();
  const walk = (node: Node, ground: Ground): void => {
    grounds.set(node, ground);
    if (node.kind === 'scalar') return;
    const flow = ground.flow || isFlow(text, node);
    if (node.kind === 'map')
      for (const { key, value } of node.entries) walk(value, { flow, column: columnOf(text, key.span.start) });
    else
      for (const item of node.items) {
        const dash = flow ? item.span.start : dashBefore(text, item.span.start);
        walk(item, { flow, column: columnOf(text, dash) });
      }
  };
  walk(root, { flow: false, column: -2 });
  return (node) => grounds.get(node) ?? { flow: true, column: 0 };
}

/** The dash of an item: before it stand only blanks, comments and line ends. */
export function dashBefore(text: string, start: number): number {
  let line = text.lastIndexOf('\n', start - 1) + 1;
  for (let end = start; line >= 0; end = line - 1, line = end <= 0 ? -1 : text.lastIndexOf('\n', end - 1) + 1) {
    const before = text.slice(line, end);
    const dash = /^(?:\s*)(?:- +)*-(?=\s*$|\s+#)/.exec(before);
    if (dash !== null) return line + dash[0].length - 1;
    if (before.trim() !== '' && !before.trim().startsWith('#')) break;
  }
  return text[start] === '-' ? start : Math.max(0, start - 2);
}
