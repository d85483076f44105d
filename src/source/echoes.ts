import type { ErrorCode, YAMLParseError } from 'yaml';
import type { Diagnostic } from '../base/index.ts';
import { depthOf, saysNothing } from './lines.ts';
import { startsAsValue } from './syntax.ts';
import { MOST_FAULTS } from './telling.ts';

const followFromSwallowed: readonly ErrorCode[] = ['BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY'];
const joinedCodes: readonly ErrorCode[] = ['MULTILINE_IMPLICIT_KEY', 'BLOCK_AS_IMPLICIT_KEY'];

/**
 * Errors of the YAML library without those that only follow from another: a line without a colon becomes part of the
 * next key, and then the indentation of what follows seems wrong as well. So does a line between braces after one that
 * lacks its comma. Behind what ends the document too early every word is an error.
 */
export function withoutFollowers(text: string, all: readonly YAMLParseError[]): YAMLParseError[] {
  const errors = withoutSiblings(
    text,
    withoutJoined(all).filter((error, at) => at === 0 || !isBehindEnd(error)),
  );
  const swallowing = errors.filter((error) => error.code === 'MULTILINE_IMPLICIT_KEY');
  if (swallowing.length === 0) return errors;
  const indented = swallowing.filter((error) => startsAsValue(text, error.pos[0]));
  const dropped = new Set(indented.length < swallowing.length ? indented : []);
  return errors.filter((error) => !followFromSwallowed.includes(error.code) && !dropped.has(error));
}

const isBehindEnd = ({ message }: YAMLParseError): boolean => message.includes('in YAML stream');

/** Of lines of wrong indentation that stand in one column, with no line further left between them, only the first. */
function withoutSiblings(text: string, errors: readonly YAMLParseError[]): YAMLParseError[] {
  let last: { readonly column: number; readonly end: number } | null = null;
  return errors.filter(({ code, pos: [start] }) => {
    if (code !== 'BAD_INDENT') return true;
    const at = start + depthOf(text.slice(start));
    const column = at - text.lastIndexOf('\n', at - 1) - 1;
    const isSibling = last?.column === column && !leftOf(column, text.slice(last.end, at));
    last = { column, end: at };
    return !isSibling;
  });
}

/** Whether a line behind the first of a text stands left of a column. */
const leftOf = (column: number, text: string): boolean =>
  text
    .split('\n')
    .slice(1)
    .some((line) => !saysNothing(line) && depthOf(line) < column);

/** Of the errors in an entry between braces that has several keys only the one that spans them. */
function withoutJoined(errors: readonly YAMLParseError[]): YAMLParseError[] {
  const joined = errors.filter((error) => error.code === 'BLOCK_IN_FLOW').slice(0, MOST_FAULTS);
  const follows = ({ code, pos: [start] }: YAMLParseError): boolean =>
    joinedCodes.includes(code) && joined.some(({ pos }) => pos[0] <= start && start < pos[1]);
  return joined.length === 0 ? [...errors] : errors.filter((error) => !follows(error));
}

/** Of the faults that begin on one line only the first is worth reading; house rules come after faults of syntax. */
export function onePerLine(text: string, faults: readonly Diagnostic[], house: readonly Diagnostic[]): Diagnostic[] {
  if (faults.length === 0) return [...house];
  const lines = new Set<number>();
  return [...faults, ...house].filter((fault) => {
    const line = text.lastIndexOf('\n', fault.at.start - 1);
    const isFirst = !lines.has(line);
    lines.add(line);
    return isFirst;
  });
}
