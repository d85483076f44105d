import { type Code, codes, type Severity } from '../base/index.ts';
import { entry, type Mapping, type Scalar } from '../source/index.ts';
import type { Reading } from './reading.ts';
import type { CheckLevel } from './types.ts';
import { words } from './vocabulary.ts';

const w = words.check;

/** The rules of the table that are sums of a form, with the level that the table gives them. */
export const sumRules: ReadonlyMap<Code, Severity> = new Map([
  ['A1', 'warning'],
  ['A3', 'warning'],
  ['A4', 'error'],
  ['A7', 'error'],
  ['A8', 'error'],
]);

/** A form's own check, under any name. */
export const OWN: Code = 'A0';

/** Whether a code is a rule of the table, or A0: a letter and a number below 100; all other codes have three digits. */
export const looksLikeRule = (text: string): boolean => /^[A-Z]\d{1,2}$/.test(text);

/** The rules of the table. */
export const rules = (Object.keys(codes) as Code[]).filter((code) => looksLikeRule(code) && code !== OWN);

/** Without these a value has no meaning that could be printed: no form and no author can do without them. */
export const ofReading: ReadonlySet<Code> = new Set(['A17', 'I2', 'T1', 'T2']);

/** The level under 级别; null where the map is silent or says none (reported). */
export function levelIn(map: Mapping, reading: Reading): CheckLevel | null {
  const { error, warning, hint, off } = words.levels;
  const choices = { [error]: 'error', [warning]: 'warning', [hint]: 'hint', [off]: 'off' } as const;
  return reading.choice<CheckLevel | null>(map, w.level, choices, null);
}

/** C001 where a level departs from the table's and nobody says why. */
export function requireReason(key: Scalar, map: Mapping, reading: Reading): void {
  if (reading.scalar(map, w.reason) !== null || entry(map, w.reason)?.value.kind === 'list') return;
  const advice = `在“${w.level}”旁边写上“${w.reason}: ……”，说给以后看表的人。`;
  reading.report('C001', key.span, `“${key.text}”改了级别，没有写原因`, advice);
}
