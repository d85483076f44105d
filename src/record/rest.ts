import { type Diagnostic, lastUpTo, type Span } from '../base/index.ts';
import type { Shelf } from '../blueprint/index.ts';
import type { Mapping, Node, SourceFile } from '../source/index.ts';
import { checkRecord } from './checks/check.ts';
import { valuesAt } from './explain.ts';
import { issuesOf, openDraft, recordOf } from './read.ts';

/**
 * What the rules find in a record that cannot be read for some of its values alone: these are taken for unknown, and
 * what has to do with them is not told. Nothing where names or kinds are wrong too: it would speak of what is not there.
 */
export async function checkRest(source: SourceFile, shelf: Shelf): Promise<readonly Diagnostic[]> {
  const opened = openDraft(source, shelf);
  if (!opened.ok) return [];
  const draft = opened.value;
  const { blueprint, body, at } = draft;
  const values = valuesAt(issuesOf(draft), { root: blueprint.fields, top: body, at });
  if (values === null || values.length === 0) return [];
  const unknown = new Set<Node>(values);
  const spans = values.map(({ span }) => span).sort((a, b) => a.start - b.start);
  const findings = await checkRecord(recordOf({ ...draft, body: without(unknown, body) }), shelf.commons);
  // Whether what is accepted is still there cannot be said.
  return findings.filter(
    ({ code, at: place, related }) =>
      code !== 'C004' && ![place, ...related.map(({ at }) => at)].some((one) => isWithin(one, spans)),
  );
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
