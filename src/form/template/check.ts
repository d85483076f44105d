import type { Diagnostic, DiagnosticInit, Span } from '../../base/index.ts';
import { words } from '../../blueprint/index.ts';
import { checkContent, holdsText, type OpenElement, textAdvice, unended } from './check-content.ts';
import { enterPartial } from './check-partial.ts';
import { limits } from './limits.ts';
import { blocks } from './mustaches.ts';
import type { ParsedTemplate } from './parse.ts';
import type { Partials } from './partials.ts';
import { isPath } from './paths.ts';
import { look, type Place, report } from './place.ts';
import { type Shape, shapeName } from './shape.ts';

const { ordinal } = words.helpers;

/** What is wrong with a template, and the values that it prints. */
type Checked = { readonly problems: readonly Diagnostic[]; readonly printed: ReadonlySet<Shape> };

/**
 * Checks a template against the shape of its records before anything is printed: only harmless Handlebars, known
 * fields, declared parameters, known elements in their places, everything balanced. Partials are checked at each call
 * with the shapes they are called with.
 */
export function checkTemplate(
  form: ParsedTemplate,
  partials: Partials,
  { record, styles }: { readonly record: Shape; readonly styles: readonly string[] },
): Checked {
  const place: Place = {
    template: form,
    scope: [record],
    partials,
    styles,
    counted: false,
    calls: [],
    problems: [],
    printed: new Set(),
    walk: { walked: 0 },
  };
  checkProgram(form.program, place, []);
  return place;
}

/** `above` are the elements open around the program; what it opens it must close. */
function checkProgram(program: hbs.AST.Program, place: Place, above: readonly OpenElement[]): void {
  let open = above;
  const { problems, walk } = place;
  if (problems.length >= limits.faults || walk.walked > limits.walked) return;
  walk.walked += sizeOf(program);
  if (walk.walked > limits.walked) report(tooMuch(place), place);
  for (const node of program.body) {
    const at = place.template.spanOf(node);
    if (node.type === 'ContentStatement') {
      const { value } = node as hbs.AST.ContentStatement;
      open = checkContent(value, at, {
        open,
        base: above.length,
        report: (fault) => report(fault, place),
        styles: place.styles,
        isField: (name) => place.scope.some((shape) => shape.kind === 'group' && shape.members.has(name)),
      });
    } else if (node.type === 'MustacheStatement') {
      checkValue(node as hbs.AST.MustacheStatement, place, open.at(-1));
    } else if (node.type === 'BlockStatement') {
      checkBlock(node as hbs.AST.BlockStatement, place, open);
    } else if (node.type === 'PartialStatement') {
      const inside = enterPartial(node as hbs.AST.PartialStatement, place);
      if (inside) checkProgram(inside.template.program, inside, open);
    } else if (node.type !== 'CommentStatement') {
      const advice = '只用 {{值}}、{{#each}}、{{#with}}、{{#if}}、{{#unless}} 和 {{> 部件}}。';
      report({ code: 'F002', at, message: '这种写法不许用', advice }, place);
    }
  }
  for (const { name, at } of unended(open, above.length)) {
    const advice = `补上 </${name}>；元素要在同一个 {{#…}} {{/…}} 之内成对。`;
    report({ code: 'F006', at, message: `<${name}> 没有结束`, advice }, place);
  }
}

function checkBlock(node: hbs.AST.BlockStatement, place: Place, open: readonly OpenElement[]): void {
  const at = opening(node, place);
  const name = String(node.path.original);
  const [subject, ...more] = node.params;
  if (!blocks.includes(name) || subject === undefined || more.length > 0 || node.hash || node.program?.blockParams) {
    const advice = `只有 ${blocks.map((block) => `{{#${block} 字段}}`).join(' ')}。`;
    report({ code: 'F002', at, message: `不许用 {{#${name} …}} 这种写法`, advice }, place);
    return;
  }
  const shape = look(subject, at, place);
  if (shape === null) return;
  // What decides what is printed is not lost.
  if (shape.kind === 'scalar') place.printed.add(shape);
  const inside = enterBlock(name, shape, place);
  if (inside === null) {
    const wanted = name === 'each' ? '一列' : '一组';
    const message = `{{#${name}}} 后面应是${wanted}，它是${shapeName(shape)}`;
    report({ code: 'F008', at, message, advice: adviseBlock(subject, shape) }, place);
    return;
  }
  if (inside.scope.length > place.scope.length && inside.scope.at(-1) === place.scope.at(-1)) {
    // Handlebars would not count it as a level, and ../ would lead elsewhere.
    const message = `{{#${name}}} 又进到了正在里面的这一层`;
    report({ code: 'F002', at, message, advice: '删去这一层，或换一个字段。' }, place);
    return;
  }
  if (node.program) checkProgram(node.program, inside, open);
  if (node.inverse) checkProgram(node.inverse, place, open);
}

/** The block that suits a shape. */
function adviseBlock(subject: hbs.AST.Expression, { kind }: Shape): string {
  const fitting = kind === 'list' ? 'each' : 'with';
  if (kind === 'scalar' || !isPath(subject)) return '换一个字段。';
  return `写成 {{#${fitting} ${subject.original}}} … {{/${fitting}}}，或换一个字段。`;
}

const sizeOf = ({ body }: hbs.AST.Program): number =>
  body.reduce<number>(
    (sum, node) => sum + (node.type === 'ContentStatement' ? (node as hbs.AST.ContentStatement).value.length : 0),
    limits.part,
  );

/** Told where the form calls the first of the partials, whichever of them was one too many. */
const tooMuch = ({ template, calls }: Place): DiagnosticInit => ({
  code: 'F010',
  at: calls.at(-1) ?? { file: template.file, start: 0, end: 0 },
  message: '部件里又用部件，展开后的模板太大',
  advice: '减少部件互相套用的次数。',
});

/** The place inside a block; null where the block does not suit what it is given. */
function enterBlock(name: string, shape: Shape, place: Place): Place | null {
  if (name === 'if' || name === 'unless') return place;
  if (name === 'with') return shape.kind === 'group' ? { ...place, scope: [...place.scope, shape] } : null;
  return shape.kind === 'list' ? { ...place, scope: [...place.scope, shape.item], counted: true } : null;
}

/** A block's `{{#each …}}` without what stands inside. */
function opening(node: hbs.AST.BlockStatement, { template }: Place): Span {
  const at = template.spanOf(node);
  const last = template.spanOf(node.params.at(-1) ?? node.path);
  return { ...at, end: Math.min(at.end, last.end + 2) };
}

function checkValue(node: hbs.AST.MustacheStatement, place: Place, open: OpenElement | undefined): void {
  const at = place.template.spanOf(node);
  if (!node.escaped) {
    const advice = '写成 {{ }}：里面的字总是原样印出。';
    report({ code: 'F002', at, message: '不许用 {{{ }}} 和 {{& }}', advice }, place);
  }
  const isCall = node.params.length > 0 || node.hash !== undefined;
  if (isCall && !checkHelper(node, at, { place, inText: holdsText(open) })) return;
  if (!holdsText(open)) report({ code: 'F006', at, message: '值不能印在这里', advice: textAdvice }, place);
  if (isCall) return;
  const shape = look(node.path as hbs.AST.Expression, at, place);
  if (shape?.kind === 'scalar') place.printed.add(shape);
  if (shape?.kind !== 'list' && shape?.kind !== 'group') return;
  const advice = shape.kind === 'list' ? '用 {{#each}} 逐项来印。' : '写到最里面的一项，例如 {{组.字段}}。';
  report({ code: 'F008', at, message: `这里要印一个值，它是${shapeName(shape)}`, advice }, place);
}

const sumAdvice = `合计写在 form.yaml 的“${words.field.sumOf}”里。`;

/** The only helper prints the number of a turn of {{#each}}. */
function checkHelper(
  node: hbs.AST.MustacheStatement,
  at: Span,
  { place, inText }: { readonly place: Place; readonly inText: boolean },
): boolean {
  const path = node.path as hbs.AST.Expression;
  const [argument, ...more] = node.params;
  const known = isPath(path) && path.original === ordinal && more.length === 0 && !node.hash;
  const counts = argument && isPath(argument) && argument.data && argument.original === '@index';
  if (known && counts && place.counted) return true;
  const message = known && counts ? `{{${ordinal} @index}} 不在 {{#each}} 里，没有号可编` : '没有这样的算法';
  const partial = !inText && isPath(path) ? `要放部件，写成 {{> ${path.original} …}}；` : '';
  const advice = `${partial}可用的只有 {{${ordinal} @index}}：写在 {{#each}} 里，从 1 起编号。${known && counts ? '' : sumAdvice}`;
  report({ code: 'F002', at, message, advice }, place);
  return false;
}
