import type { Paragraph, Run } from '../types.ts';
import { trimBlanks } from './scan.ts';

/** What stands in a cell, in order: runs, the line breaks of values, and the edges of `<p>`. */
export type Part = Run | 'break' | 'edge';

/** The paragraphs of a cell; an edge starts one only where something stands before it. */
export function paragraphsOf(parts: readonly Part[]): Paragraph[] {
  const [only] = parts;
  // Most cells hold a single run.
  if (parts.length === 1 && typeof only === 'object') return [{ runs: trimLiterals([only]) }];
  let current: Run[] = [];
  const all = [current];
  for (const part of parts) {
    if (part === 'break' || (part === 'edge' && current.length > 0)) {
      current = [];
      all.push(current);
    } else if (part !== 'edge' && !(current.length === 0 && isLayout(part))) current.push(part);
  }
  if (all.length > 1 && current.length === 0) all.pop();
  return all.map((runs) => ({ runs: trimLiterals(runs) }));
}

const isLayout = ({ origin, text }: Run): boolean => origin.kind === 'template' && trimBlanks(text, atStart) === '';

const atStart = { start: true, end: false };

/** Blanks of the template at either end of a paragraph are layout of the source; authors' blanks stay. */
function trimLiterals(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  runs.forEach((run, i) => {
    const { origin } = run;
    const isLiteral = origin.kind === 'template';
    const text = isLiteral ? trimBlanks(run.text, { start: i === 0, end: i === runs.length - 1 }) : run.text;
    if (text !== '' || origin.kind === 'blank') kept.push(isLiteral ? { text, origin } : run);
  });
  return kept;
}
