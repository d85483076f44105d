import { styleText } from 'node:util';
import type { Diagnostic, Severity, Span } from '../base/index.ts';
import { cutLines, type FramePart, frame, type Lines, lineAt } from './frame.ts';
import { visibleText } from './width.ts';

/** The text of a file, or undefined where it cannot be shown. */
export type ReadSource = (file: string) => string | undefined;

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const severityNames: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', hint: '提示' };
const severityStyles: Readonly<Record<Severity, Style>> = {
  error: ['red', 'bold'],
  warning: ['yellow', 'bold'],
  hint: ['cyan', 'bold'],
};

/**
 * Diagnostics as people read them: `file:line:column 错误[R004] message`, the source line with carets, and the advice;
 * in the order given, a blank line between them. Each file is read once.
 */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  readSource: ReadSource,
  options: { readonly color: boolean },
): string {
  const paint: Paint = options.color ? (style, text) => styleText(style, text, { validateStream: false }) : plain;
  const known = new Map<string, Lines | undefined>();
  const linesOf = (file: string): Lines | undefined => {
    if (!known.has(file)) {
      const text = readSource(file);
      known.set(file, text === undefined ? undefined : cutLines(text));
    }
    return known.get(file);
  };
  return diagnostics.map((one) => `${entryLines(one, linesOf, paint).join('\n')}\n`).join('\n');
}

/** How many there are of each severity, such as `3 个错误，1 个警告`; empty for none. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning', 'hint'] as const).map((severity) => {
    const count = diagnostics.filter((one) => one.severity === severity).length;
    return count === 0 ? '' : `${count} 个${severityNames[severity]}`;
  });
  return counts.filter((one) => one !== '').join('，');
}

const plain: Paint = (_, text) => text;

type LinesOf = (file: string) => Lines | undefined;

function entryLines(one: Diagnostic, linesOf: LinesOf, paint: Paint): string[] {
  // A fault of a file as a whole (E…) has no line of its own.
  const lines = one.code.startsWith('E') ? undefined : linesOf(one.at.file);
  const style = severityStyles[one.severity];
  const name = paint(style, `${severityNames[one.severity]}[${one.code}]`);
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
    `   办法：${visibleText(one.advice)}`,
    ...related,
  ];
}

function place(at: Span, lines: Lines | undefined): string {
  const file = visibleText(at.file);
  if (lines === undefined) return file;
  const line = lineAt(lines, at.start);
  return `${file}:${line + 1}:${Math.min(at.start, lines.text.length) - (lines.starts[line] ?? 0) + 1}`;
}

type Look = { readonly paint: Paint; readonly caret: Style; readonly context: boolean };

function framed(lines: Lines | undefined, at: Span, { paint, caret, context }: Look): string[] {
  if (lines === undefined) return [];
  const styles = { gutter: 'dim', source: 'reset', caret } as const;
  const painted = ({ kind, text }: FramePart): string => (kind === 'source' ? text : paint(styles[kind], text));
  return frame(lines, at, context).map((parts) => parts.map(painted).join('').trimEnd());
}
