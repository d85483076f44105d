import Handlebars from 'handlebars';
import { type Diagnostic, diagnostic, fail, type Outcome, type Span, succeed } from '../../base/index.ts';
import { words } from '../../blueprint/index.ts';
import { privateUse } from '../markup/marks.ts';
import { blockSlips } from './block-slips.ts';
import { openComment } from './comments.ts';
import { limits } from './limits.ts';
import { findMustaches, isCutShort, type Mustache } from './mustaches.ts';
import { syntaxFaults } from './syntax.ts';

/** A template file as Handlebars reads it, with positions that can be told in offsets. */
export type ParsedTemplate = {
  readonly file: string;
  readonly program: hbs.AST.Program;
  /** Parameters a partial declares in its first comment; empty for a form. */
  readonly parameters: readonly string[];
  readonly spanOf: (node: hbs.AST.Node) => Span;
};

/**
 * Parses a template; all that Handlebars cannot read is reported at its place (F001), and what is too much of it (F010).
 * `names` are all that a form's records have; null for a partial, which may be called with others.
 */
export function parseTemplate(
  file: string,
  text: string,
  names: ReadonlySet<string> | null = null,
): Outcome<ParsedTemplate> {
  const lines = lineStarts(text);
  const offset = ({ line, column }: hbs.AST.Position): number => (lines[line - 1] ?? text.length) + column;
  const spanOf = ({ loc }: hbs.AST.Node): Span => ({ file, start: offset(loc.start), end: offset(loc.end) });
  const own = privateUse.exec(text);
  if (own) {
    const at = { file, start: own.index, end: own.index + 1 };
    return fail(diagnostic({ code: 'F002', at, message: '模板里有私用区的字符', advice: '换成普通的字。' }));
  }
  const problem = outOfBounds(file, text);
  if (problem) return fail(problem);
  const mustaches = findMustaches(text);
  const deep = tooDeep(mustaches);
  if (deep) return fail(nested(file, deep));
  const comment = openComment(file, text, mustaches);
  if (comment) return fail(comment);
  const isSlip = isCutShort(mustaches) || blockSlips(text, mustaches).length > 0;
  const [unread, ...others] = isSlip ? syntaxFaults({ file, text, mustaches, names }) : [];
  if (unread) return fail(unread, ...others);
  try {
    const program = Handlebars.parseWithoutProcessing(text);
    return succeed({ file, program, parameters: declaredParameters(program), spanOf });
  } catch (error) {
    const [first, ...more] = syntaxFaults({ file, text, mustaches, names });
    if (first) return fail(first, ...more);
    const message = error instanceof Error ? error.message : '';
    const [, line = '1', column = '0'] = / - (\d+):(\d+)/.exec(message) ?? /line (\d+)/.exec(message) ?? [];
    const start = offset({ line: Number(line), column: Number(column) });
    const end = Math.max(start, (lines[Number(line)] ?? text.length + 1) - 1);
    const advice = '检查 {{#each}} … {{/each}} 是否成对、括号是否齐全。';
    return fail(
      diagnostic({ code: 'F001', at: { file, start, end }, message: '这里（或上一行）的 {{ }} 写法有误', advice }),
    );
  }
}

function outOfBounds(file: string, text: string): Diagnostic | null {
  if (text.length <= limits.characters) return null;
  const at = { file, start: 0, end: 0 };
  const message = `这个模板有 ${text.length} 个字符，超过 ${limits.characters} 个的上限`;
  return diagnostic({ code: 'F010', at, message, advice: '一张表的模板只有几千个字符；看看是不是放错了文件。' });
}

/** The first mustache that stands in too many blocks; Handlebars would call itself as often. */
function tooDeep(mustaches: readonly Mustache[]): Mustache | undefined {
  const depths: number[] = [];
  let depth = 0;
  return mustaches.find(({ kind }) => {
    if (kind === 'open') depths.push(depth);
    if (kind === 'close') depth = depths.pop() ?? 0;
    else if (kind === 'open' || kind === 'else') depth += 1;
    return depth > limits.blocks;
  });
}

const nested = (file: string, { start, end }: Mustache): Diagnostic =>
  diagnostic({
    code: 'F010',
    at: { file, start, end },
    message: `{{#…}} 套了 ${limits.blocks} 层以上`,
    advice: '减少层数；看看前面是不是缺了 {{/…}}。',
  });

/** Offsets of the beginnings of lines, as Handlebars counts them. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return starts;
}

/** `{{!-- 参数: 列表 编号 --}}` at the head of a partial. */
function declaredParameters(program: hbs.AST.Program): readonly string[] {
  const comment = program.body.find((node) => node.type === 'CommentStatement') as hbs.AST.CommentStatement | undefined;
  const [label, list = ''] = (comment?.value ?? '').trim().split(/[:：]/);
  return label === words.parameters ? list.split(/[\s、，,]+/).filter((name) => name !== '') : [];
}
