import { type Code, type Diagnostic, diagnostic, type Span } from '../../base/index.ts';
import { adviseWord, words } from '../../blueprint/index.ts';
import { checkContent, holdsText, type OpenElement, textAdvice } from './check-content.ts';
import type { ParsedTemplate } from './parse.ts';
import { isPath, resolvePath, type Scope } from './paths.ts';
import { type Shape, shapeName } from './shape.ts';

const { ordinal } = words.helpers;
const blocks = ['each', 'with', 'if', 'unless'];

/**
 * Checks a template against the shape of its records before anything is printed: only harmless Handlebars, known
 * fields, declared parameters, known elements in their places, everything balanced. Partials are checked at each call
 * with the shapes they are called with.
 */
export function checkTemplate(
  form: ParsedTemplate,
  partials: ReadonlyMap<string, ParsedTemplate>,
  record: Shape,
): Diagnostic[] {
  const problems: Diagnostic[] = [];
  checkProgram(form.program, { template: form, scope: [record], calls: [form.file] }, []);
  return problems;

  type Place = { readonly template: ParsedTemplate; readonly scope: Scope; readonly calls: readonly string[] };

  function report(code: Code, at: Span, message: string, advice: string): void {
    problems.push(diagnostic({ code, at, message, advice }));
  }

  function checkProgram(program: hbs.AST.Program, place: Place, above: readonly OpenElement[]): void {
    let open = above;
    for (const node of program.body) {
      const at = place.template.spanOf(node);
      if (node.type === 'ContentStatement') {
        const { value } = node as hbs.AST.ContentStatement;
        open = checkContent(value, at, open, { base: above.length, problems });
      } else if (node.type === 'MustacheStatement') {
        checkValue(node as hbs.AST.MustacheStatement, at, place, open.at(-1));
      } else if (node.type === 'BlockStatement') {
        checkBlock(node as hbs.AST.BlockStatement, at, place, open);
      } else if (node.type === 'PartialStatement') {
        checkPartial(node as hbs.AST.PartialStatement, at, place, open);
      } else if (node.type !== 'CommentStatement') {
        report('F002', at, '这种写法不许用', '只用 {{值}}、{{#each}}、{{#with}}、{{#if}}、{{#unless}} 和 {{> 部件}}。');
      }
    }
    for (const { name, at } of open.slice(above.length)) {
      report('F006', at, `<${name}> 没有结束`, `补上 </${name}>；元素要在同一个 {{#…}} {{/…}} 之内成对。`);
    }
  }

  function checkValue(node: hbs.AST.MustacheStatement, at: Span, place: Place, open: OpenElement | undefined): void {
    if (!node.escaped) report('F002', at, '不许用 {{{ }}} 和 {{& }}', '写成 {{ }}：里面的字总是原样印出。');
    if (!holdsText(open)) report('F006', at, '值不能印在这里', textAdvice);
    if (node.params.length > 0 || node.hash) {
      const [argument, ...more] = node.params;
      const counts = argument && isPath(argument) && argument.data && argument.original === '@index';
      if (
        isPath(node.path as hbs.AST.Expression) &&
        (node.path as hbs.AST.PathExpression).original === ordinal &&
        counts &&
        more.length === 0 &&
        !node.hash
      )
        return;
      report('F002', at, '没有这样的算法', `可用的只有 {{${ordinal} @index}}（在 {{#each}} 里，从 1 起编号）。`);
      return;
    }
    const shape = look(node.path as hbs.AST.Expression, at, place);
    if (shape && shape.kind !== 'scalar' && shape.kind !== 'literal') {
      report('F008', at, `这里要印一个值，它是${shapeName(shape)}`, '指到最里面的一项，或用 {{#each}} 逐项来印。');
    }
  }

  function look(path: hbs.AST.Expression, at: Span, place: Place): Shape | null {
    if (!isPath(path) || path.data) {
      report('F002', at, '这里应写字段的名称', '写成 {{字段}} 或 {{组.字段}}。');
      return null;
    }
    const resolved = resolvePath(path, place.scope);
    if (resolved.ok) return resolved.shape;
    report('F008', at, resolved.message, resolved.advice);
    return null;
  }

  function checkBlock(node: hbs.AST.BlockStatement, at: Span, place: Place, open: readonly OpenElement[]): void {
    const start = { ...at, end: Math.min(at.end, at.start + 30) };
    const name = node.path.original;
    const [subject] = node.params;
    if (
      !blocks.includes(String(name)) ||
      node.params.length !== 1 ||
      subject === undefined ||
      node.hash ||
      node.program?.blockParams
    ) {
      const advice = `只有 ${blocks.map((block) => `{{#${block} 字段}}`).join(' ')}。`;
      report('F002', start, `不许用 {{#${String(name)} …}} 这种写法`, advice);
      return;
    }
    const shape = look(subject, start, place);
    if (shape === null) return;
    const inner = name === 'each' ? (shape.kind === 'list' ? shape.item : null) : shape;
    if (inner === null || (name === 'with' && shape.kind !== 'group')) {
      const wanted = name === 'each' ? '一列' : '一组';
      report('F008', start, `{{#${String(name)}}} 后面应是${wanted}，它是${shapeName(shape)}`, '换一个字段。');
      return;
    }
    const entered = name === 'each' || name === 'with' ? { ...place, scope: [...place.scope, inner] } : place;
    if (node.program) checkProgram(node.program, entered, open);
    if (node.inverse) checkProgram(node.inverse, place, open);
  }

  function checkPartial(node: hbs.AST.PartialStatement, at: Span, place: Place, open: readonly OpenElement[]): void {
    if (!isPath(node.name as hbs.AST.Expression) || node.params.length > 0) {
      report('F002', at, '部件要直接写名称，参数要写成“名=值”', '写成 {{> 部件 参数=字段}}。');
      return;
    }
    const name = partialName(node);
    const partial = partials.get(name);
    if (partial === undefined) {
      report('F003', at, `没有“${name}”这个部件`, adviseWord(name, [...partials.keys()]));
      return;
    }
    if (place.calls.includes(partial.file)) {
      report('F002', at, `部件“${name}”绕回了自己`, '部件不能直接或间接地用自己。');
      return;
    }
    const given = new Map((node.hash?.pairs ?? []).map((pair) => [pair.key, pair.value] as const));
    for (const key of given.keys()) {
      if (!partial.parameters.includes(key)) {
        report('F004', at, `部件“${name}”没有参数“${key}”`, adviseWord(key, partial.parameters));
      }
    }
    const members = new Map<string, Shape>();
    for (const key of partial.parameters) {
      const value = given.get(key);
      if (value === undefined)
        report('F004', at, `部件“${name}”缺参数“${key}”`, `加上 ${key}=字段，或 ${key}="文字"。`);
      const shape = value && (isPath(value) ? look(value, at, place) : literal(value, at));
      if (shape) members.set(key, shape);
      else if (value) return;
    }
    if (members.size < partial.parameters.length) return;
    const scope: Scope = [{ kind: 'group', members }];
    checkProgram(partial.program, { template: partial, scope, calls: [...place.calls, partial.file] }, open);
  }

  function literal(value: hbs.AST.Expression, at: Span): Shape | null {
    if (value.type === 'StringLiteral' || value.type === 'BooleanLiteral') return { kind: 'literal' };
    report('F004', at, '参数应是字段、引号里的文字、true 或 false', '写成 参数=字段 或 参数="文字"。');
    return null;
  }
}

export const partialName = (node: hbs.AST.PartialStatement): string =>
  String((node.name as hbs.AST.PathExpression).original);
