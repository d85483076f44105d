import { type Diagnostic, diagnostic, type Span } from '../../../base/index.ts';
import type { Scalar } from '../../../source/index.ts';

/** What is wrong between two offsets of an expression. */
export type Fault = {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly advice: string;
};

/** C001 at the very word of form.yaml. */
export const formulaFault = (check: string, scalar: Scalar, { start, end, message, advice }: Fault): Diagnostic =>
  diagnostic({ code: 'C001', at: placeIn(scalar, start, end), message: `检查“${check}”：${message}`, advice });

/** The place of a part of a scalar's text; the whole scalar where the file writes it otherwise (escapes, blocks). */
function placeIn({ text, style, span }: Scalar, start: number, end: number): Span {
  const quote = style === 'quoted' ? 1 : 0;
  if (style === 'block' || span.end - span.start !== text.length + 2 * quote) return span;
  return { ...span, start: span.start + quote + start, end: span.start + quote + end };
}

const marks: Readonly<Record<string, string>> = { '（': '(', '）': ')', '，': ', ', '．': '.', '。': '.', '　': ' ' };

/** Advice for an expression with full-width marks outside of names in backticks; null where there are none. */
export function halfWidth(text: string): string | null {
  const halved = text.replace(/`[^`]*`|"[^"]*"|[（），．。　]/gu, (part) => marks[part] ?? part);
  return halved === text ? null : `括号、逗号和点用半角，写成：${halved}（名称里本来就有的，把名称用反引号括起来）。`;
}
