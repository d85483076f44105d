import Handlebars from 'handlebars';
import { diagnostic, fail, type Outcome, type Span, succeed } from '../../base/index.ts';
import { words } from '../../blueprint/index.ts';
import { privateUse } from '../markup/marks.ts';

/** A template file as Handlebars reads it, with positions that can be told in offsets. */
export type ParsedTemplate = {
  readonly file: string;
  readonly program: hbs.AST.Program;
  /** Parameters a partial declares in its first comment; empty for a form. */
  readonly parameters: readonly string[];
  readonly spanOf: (node: hbs.AST.Node) => Span;
};

/** Parses a template; what Handlebars cannot read is reported at its line. */
export function parseTemplate(file: string, text: string): Outcome<ParsedTemplate> {
  const lines = lineStarts(text);
  const offset = ({ line, column }: hbs.AST.Position): number => (lines[line - 1] ?? text.length) + column;
  const spanOf = ({ loc }: hbs.AST.Node): Span => ({ file, start: offset(loc.start), end: offset(loc.end) });
  const own = privateUse.exec(text);
  if (own) {
    const at = { file, start: own.index, end: own.index + 1 };
    return fail(diagnostic({ code: 'F002', at, message: '模板里有私用区的字符', advice: '换成普通的字。' }));
  }
  try {
    const program = Handlebars.parseWithoutProcessing(text);
    return succeed({ file, program, parameters: declaredParameters(program), spanOf });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const [, line = '1', column = '0'] = / - (\d+):(\d+)/.exec(message) ?? /line (\d+)/.exec(message) ?? [];
    const start = offset({ line: Number(line), column: Number(column) });
    return fail(
      diagnostic({
        code: 'F001',
        at: { file, start, end: Math.max(start, (lines[Number(line)] ?? text.length + 1) - 1) },
        message: inChinese(message),
        advice: '检查 {{#each}} … {{/each}} 是否成对、括号是否齐全、带括号的键是否写成 {{[键(名)]}}。',
      }),
    );
  }
}

/** What Handlebars' own message says. */
function inChinese(message: string): string {
  const mismatch = /^(\S+) doesn't match (\S+)/.exec(message);
  if (mismatch) return `{{#${mismatch[1]}}} 和 {{/${mismatch[2]}}} 没有配对`;
  if (message.includes("got 'EOF'")) return '到了末尾，还有 {{#…}} 没有 {{/…}}';
  return '这里（或上一行）的 {{ }} 写法有误';
}

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
