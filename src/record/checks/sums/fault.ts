import { type Diagnostic, diagnostic } from '../../../base/index.ts';
import { placeOfPart, type Scalar } from '../../../source/index.ts';

/** What is wrong between two offsets of an expression. */
export type Fault = {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly advice: string;
};

/** C001 at the very word of form.yaml. */
export const formulaFault = (check: string, scalar: Scalar, { message, advice, ...part }: Fault): Diagnostic =>
  diagnostic({ code: 'C001', at: placeOfPart(scalar, part), message: `检查“${check}”：${message}`, advice });

const marks: Readonly<Record<string, string>> = { '（': '(', '）': ')', '，': ', ', '．': '.', '。': '.', '　': ' ' };

/** Advice for an expression with full-width marks outside of names in backticks; null where there are none. */
export function halfWidth(text: string): string | null {
  const halved = text.replace(/`[^`]*`|"[^"]*"|[（），．。　]/gu, (part) => marks[part] ?? part);
  return halved === text ? null : `括号、逗号和点用半角，写成：${halved}（名称里本来就有的，把名称用反引号括起来）。`;
}
