import { type Diagnostic, lastUpTo, type Span } from '../base/index.ts';
import type { Shelf } from '../blueprint/index.ts';
import type { Mapping, Node, SourceFile } from '../source/index.ts';
import { valuesAt } from './explain.ts';
import { issuesOf, openDraft, recordOf } from './read.ts';
import type { CheckedRecord } from './types.ts';

/** What can be read of a record. */
export type Rest = {
  /** The record, in which what cannot be used is blank. */
  readonly record: CheckedRecord;
  /** Whether a finding has nothing to do with what is unknown. */
  readonly isSure: (finding: Diagnostic) => boolean;
};

/**
 * A record that cannot be read for some of its values alone: these are taken for unknown. Null where names or kinds are
 * wrong too: rules would speak of what is not there.
 */
export function readRest(source: SourceFile, shelf: Shelf): Rest | null {
  const opened = openDraft(source, shelf);
  if (!opened.ok) return null;
  const draft = opened.value;
  const { blueprint, body, at } = draft;
  const values = valuesAt(issuesOf(draft), { root: blueprint.fields, top: body, at });
  if (values === null || values.length === 0) return null;
  const unknown = new Set<Node>(values);
  const spans = values.map(({ span }) => span).sort((a, b) => a.start - b.start);
  return {
    record: recordOf({ ...draft, body: without(unknown, body) }),
    // Whether what is accepted is still there cannot be said.
    isSure: ({ code, at: place, related }) =>
      code !== 'C004' && ![place, ...related.map(({ at }) => at)].some((one) => isWithin(one, spans)),
  };
}

const without = (unknown: ReadonlySet<Node>, map: Mapping): Mapping => ({
  ...map,
  entries: map.entries.map((one) => ({ ...one, value: blanked(unknown, one.value) })),
});

function blanked(unknown: ReadonlySet<Node>, node: Node): Node {
  if (node.kind === 'map') return without(unknown, node);
  if (node.kind === 'list') return { ...node, items: node.items.map((item) => blanked(unknown, item)) };
  return unknown.has(node) ? { ...node, blank: true } : node;
}

/** Whether a place begins in one of some spans, which are sorted and do not overlap. */
const isWithin = ({ start }: Span, spans: readonly Span[]): boolean => start < (lastUpTo(spans, start)?.end ?? 0);
