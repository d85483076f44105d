import jsonata from 'jsonata';
import { flatMap } from '../../../base/index.ts';
import { type Field, type GroupField, itemOf } from '../../../blueprint/index.ts';
import { type Fault, halfWidth } from './fault.ts';

/** A node of JSONata's syntax tree, as far as this program lets any through. */
export type Node = {
  readonly type: string;
  readonly value?: unknown;
  /** Where its last token ends, in UTF-16 units of the expression. */
  readonly position?: number;
  readonly steps?: readonly Node[];
  readonly stages?: readonly { readonly type: string; readonly expr: Node }[];
  readonly procedure?: Node;
  readonly arguments?: readonly Node[];
  readonly lhs?: Node;
  readonly rhs?: Node;
};

export type Parsed =
  | { readonly ok: true; readonly expression: jsonata.Expression; readonly tree: Node }
  | { readonly ok: false; readonly fault: Fault };

/** Longer than any sum that people can read; it also keeps the parser's recursion within bounds. */
const LONGEST = 2000;

/** Parses an expression of 检查; nothing of it is evaluated. */
export function parseExpression(text: string, root: GroupField): Parsed {
  if (text.length > LONGEST) {
    const advice = '拆成几条检查。';
    return { ok: false, fault: { start: 0, end: text.length, message: `算式太长，超过 ${LONGEST} 个字`, advice } };
  }
  try {
    const expression = jsonata(text);
    return { ok: true, expression, tree: expression.ast() as unknown as Node };
  } catch (error) {
    return { ok: false, fault: syntaxFault(text, error, root) };
  }
}

function syntaxFault(text: string, error: unknown, root: GroupField): Fault {
  const { position, token } = error as Partial<jsonata.JsonataError>;
  const end = Math.min(position ?? text.length, text.length);
  const seen = typeof token === 'string' && token !== '(end)' ? token : '';
  const length = seen !== '' && text.slice(0, end).endsWith(seen) ? seen.length : 1;
  const start = Math.max(0, end - length);
  const message = seen === '' || end === text.length ? '算式没有写完' : `算式写到“${seen}”这里看不懂`;
  const pair = (text.match(/\(/g)?.length ?? 0) - (text.match(/\)/g)?.length ?? 0);
  const brackets = pair === 0 ? '' : `${pair > 0 ? '少了“)”' : '多了“)”'}；`;
  const advice = `${brackets}写成“$和(甲, 乙.丙)”这样，名称之间用半角的点和逗号。`;
  const quoted = withBackticks(text, oddNames(root));
  return { start, end, message, advice: quoted ?? halfWidth(text) ?? advice };
}

/** Advice to put names in backticks, with the expression as it should be; null where none of them lacks them. */
function withBackticks(text: string, names: readonly string[]): string | null {
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  const parts = ['`[^`]*`', '"[^"]*"', ...longestFirst.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))];
  const written = text.replace(new RegExp(parts.join('|'), 'gu'), (part) =>
    /^[`"]/u.test(part) ? part : `\`${part}\``,
  );
  return written === text ? null : `名称以数字开头，或者有括号一类的符号，要用反引号括起来，写成：${written}。`;
}

/** The names of fields that JSONata takes for more than a name. */
const oddNames = (field: Field): string[] => {
  const below = field.kind === 'group' ? field.fields : [itemOf(field)].filter((item) => item !== field);
  const own = /^(?![\p{N}])[\p{L}\p{N}_]*$/u.test(field.name) ? [] : [field.name];
  return [...own, ...flatMap(below, oddNames)];
};
