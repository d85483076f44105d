import { colonIn, keyLineSlip } from './key-line-slips.ts';
import { keyBehindDashes, keyIn } from './key-lines.ts';
import { firstBelow, type Scene, saysNothing } from './lines.ts';
import type { Slip } from './slip.ts';

/** Where a word begins behind the dash of an item; brackets, quotes and block texts are no keys. */
const beginning = /^(?<lead> *(?:- +)?)[^\s#[\]{}"'|>&*!-]/u;

/**
 * S002 for a key that lacks its colon, with a comment behind it and another key below: to YAML the comment ends a text, and
 * the key below stands too deep. Undefined for other lines.
 */
export function commentedKeySlip(scene: Scene): Slip | undefined {
  const { file, line } = scene;
  const { lead } = beginning.exec(line.text)?.groups ?? {};
  const comment = line.text.search(/[ \t]#/u);
  if (lead === undefined || comment < lead.length || keyBehindDashes(line.text) !== null) return undefined;
  const typed = line.text.slice(lead.length, comment).trimEnd();
  const next = firstBelow(scene, ({ text }) => !saysNothing(text));
  if (next === undefined || next.depth !== lead.length || keyIn(next.text) === null) return undefined;
  if (colonIn(typed) !== undefined) return undefined;
  const start = line.start + lead.length;
  const end = start + typed.length;
  const { told } = keyLineSlip({ file, start, end }, typed);
  return { told, mends: [{ start: end, end, put: ':' }], start: line.start, end: next.start + next.depth };
}
