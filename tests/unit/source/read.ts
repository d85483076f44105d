import { placeAt } from '../../../src/base/index.ts';
import { type Mapping, type Node, parseSource, type SourceFile } from '../../../src/source/index.ts';

/** The tree of a text that must be sound. */
export function read(text: string): SourceFile {
  const outcome = parseSource('f.yaml', text);
  if (!outcome.ok) throw new Error(outcome.problems.map((one) => `${one.code} ${one.message}`).join('\n'));
  return outcome.value;
}

/** The root of a text that must be a sound mapping. */
export function readMapping(text: string): Mapping {
  const { root } = read(text);
  if (root.kind !== 'map') throw new Error(`expected a mapping, found a ${root.kind}`);
  return root;
}

/** The faults of a text as `line:column code message → advice`. */
export function faults(text: string): string[] {
  const outcome = parseSource('f.yaml', text);
  if (outcome.ok) return [];
  return outcome.problems.map((one) => {
    const { line, column } = placeAt(text, one.at.start);
    return `${line}:${column} ${one.code} ${one.message} → ${one.advice}`;
  });
}

/** A tree without its places: texts, arrays and pairs. */
export function plain(node: Node): unknown {
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return node.items.map(plain);
  return node.entries.map((one) => [one.key.text, plain(one.value)]);
}
