import { styleText } from 'node:util';
import type { Diagnostic, Severity, Span } from '../../base/index.ts';
import { visibleText } from '../width.ts';
import { type FramePart, frame, type Lines } from './frame.ts';
import { isOfWholeFile, linesReader, placeOf, type ReadSource } from './located.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

/** How grave findings are, as people read it. */
export const severityNames: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', hint: '提示' };
const severityStyles: Readonly<Record<Severity, Style>> = {
  error: ['red', 'bold'],
  warning: ['yellow', 'bold'],
  hint: ['cyan', 'bold'],
};

/** How grave a finding is, or that its author accepts it. */
export const standingName = ({ accepted, severity }: Diagnostic): string =>
  accepted === null ? severityNames[severity] : '已接受';

/** What to do about a finding, or why its author accepts it. */
export const adviceText = ({ accepted, advice }: Diagnostic): string =>
  accepted === null ? `办法：${advice}` : `已接受：${accepted}`;

/**
 * Diagnostics as people read them: `file:line:column 错误[R004] message`, the source line with carets, and the advice,
 * or for what the author accepts the reason; in the order given, a blank line between them. Each file is read once.
 */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  readSource: ReadSource,
  options: { readonly color: boolean },
): string {
  const paint: Paint = options.color ? (style, text) => styleText(style, text, { validateStream: false }) : plain;
  const linesOf = linesReader(readSource);
  return diagnostics.map((one) => `${entryLines(one, linesOf, paint).join('\n')}\n`).join('\n');
}

const plain: Paint = (_, text) => text;

type LinesOf = (file: string) => Lines | undefined;

function entryLines(one: Diagnostic, linesOf: LinesOf, paint: Paint): string[] {
  const lines = isOfWholeFile(one) ? undefined : linesOf(one.at.file);
  const style = one.accepted === null ? severityStyles[one.severity] : 'dim';
  const name = paint(style, `${standingName(one)}[${one.code}]`);
  const related = one.related.flatMap(({ at, message }) => {
    const source = linesOf(at.file);
    return [
      `   ${place(at, source)} ${visibleText(message)}`,
      ...framed(source, at, { paint, caret: 'dim', context: false }),
    ];
  });
  return [
    `${paint('bold', place(one.at, lines))} ${name} ${visibleText(one.message)}`,
    ...framed(lines, one.at, { paint, caret: style, context: true }),
    `   ${visibleText(adviceText(one))}`,
    ...related,
  ];
}

function place(at: Span, lines: Lines | undefined): string {
  const file = visibleText(at.file);
  if (lines === undefined) return file;
  const { line, column } = placeOf(lines, at.start);
  return `${file}:${line}:${column}`;
}

type Look = { readonly paint: Paint; readonly caret: Style; readonly context: boolean };

function framed(lines: Lines | undefined, at: Span, { paint, caret, context }: Look): string[] {
  if (lines === undefined) return [];
  const styles = { gutter: 'dim', source: 'reset', caret } as const;
  const painted = ({ kind, text }: FramePart): string => (kind === 'source' ? text : paint(styles[kind], text));
  return frame(lines, at, context).map((parts) => parts.map(painted).join('').trimEnd());
}
