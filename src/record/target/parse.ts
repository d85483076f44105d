import { ShortTexts } from '../../base/index.ts';
import { boundBefore } from './bounds.ts';
import { parseDate } from './dates.ts';
import { fold } from './fold.ts';
import { parseBracketed, parseItem, parseParts } from './parts.ts';
import type { Reading, Target } from './types.ts';

/** What people write where an indicator has no place in their work. */
const none: ReadonlySet<string> = new Set(['不适用', '不涉及', '无', '暂无', '没有', '/', '-', '—', '——', '--', 'N/A']);

/** Whether a text says that there is nothing to say. */
export const saysNone = (text: string): boolean => none.has(text.replace(/[。;；.]$/, '').trim());

/** Longer texts are prose. */
const LONGEST = 200;

/**
 * Reads the value of an indicator: a number with its operator, unit and bound, a range, a breakdown, a date, a formula
 * or a word; whatever it cannot read is `free`. No text is refused, and the time is in proportion to its length.
 */
export function parseTarget(text: string): Target {
  const known = recent.get(text);
  if (known !== undefined) return known;
  const target = { text, reading: read(text) };
  recent.add(text, target);
  return target;
}

const recent = new ShortTexts<Target>(1000);

function read(text: string): Reading {
  const folded = fold(text).trim();
  if (folded === '') return { kind: 'blank' };
  const said = folded.length > LONGEST ? folded : folded.replace(/[。；;.]$/, '').trimEnd();
  if (none.has(said)) return { kind: 'none' };
  const formula = readFormula(said);
  if (formula !== null) return formula;
  if (said.length > LONGEST) return { kind: 'free' };
  return parseDate(said) ?? parseItem(said) ?? parseBracketed(said) ?? readList(said) ?? readWord(said);
}

/** `name = how it is reckoned`, or a quotient without a name; signs of comparison are no formula. */
function readFormula(text: string): Reading | null {
  const equals = text.indexOf('=');
  if (equals > 0) {
    const name = text
      .slice(0, equals)
      .replace(/^["“”']/, '')
      .trim();
    if (!/[<>]$/.test(name) && text[equals + 1] !== '>' && /\p{Script=Han}/u.test(name) && !/\d$/.test(name))
      return { kind: 'formula', name, expression: text.slice(equals + 1).trim() };
  }
  if (!/[*×xX] ?100 ?%/.test(text)) return null;
  return /[/÷]/.test(text) ? { kind: 'formula', name: '', expression: text } : null;
}

function readList(text: string): Reading | null {
  const parts = parseParts(text);
  return parts === null ? null : { kind: 'list', parts };
}

function readWord(text: string): Reading {
  const { operator, start } = boundBefore(text, text.length);
  const word = text.slice(0, start);
  return /^[\p{L}“”]{1,16}$/u.test(word) ? { kind: 'word', word, operator } : { kind: 'free' };
}
