import type { Span } from '../../base/index.ts';
import { adviseWord } from '../../blueprint/index.ts';
import type { ParsedTemplate } from './parse.ts';
import type { Partials } from './partials.ts';
import { isPath } from './paths.ts';
import { look, type Place, report } from './place.ts';
import type { Shape } from './shape.ts';

/** The place inside the partial that is called here; null (reported) where it cannot be called so. */
export function enterPartial(node: hbs.AST.PartialStatement, place: Place): Place | null {
  const { partials } = place;
  const at = place.template.spanOf(node);
  if (!isPath(node.name as hbs.AST.Expression) || node.params.length > 0) {
    const message = '部件要直接写名称，参数要写成“名=值”';
    report({ code: 'F002', at, message, advice: '写成 {{> 部件 参数=字段}}。' }, place);
    return null;
  }
  const name = String((node.name as hbs.AST.PathExpression).original);
  const found = partials.find(name);
  if (found === null) {
    report({ code: 'F003', at, message: `没有“${name}”这个部件`, advice: advisePartial(name, partials) }, place);
    return null;
  }
  if (!found.ok) {
    for (const fault of found.problems) report(fault, { ...place, calls: [at, ...place.calls] });
    return null;
  }
  const template = found.value;
  if ([place.template.file, ...place.calls.map(({ file }) => file)].includes(template.file)) {
    report({ code: 'F002', at, message: `部件“${name}”绕回了自己`, advice: '部件不能直接或间接地用自己。' }, place);
    return null;
  }
  const members = readArguments(node, template, place);
  return members && { ...place, template, scope: [{ kind: 'group', members }], calls: [at, ...place.calls] };
}

/** The names there are, or where a partial is looked for if there are none. */
function advisePartial(name: string, { names }: Partials): string {
  if (/[/\\]|^\.+$/.test(name)) return '部件只写名称，不写文件夹：它和 form.hbs 在一个文件夹里，或者在 共用/部件/ 里。';
  return names.length === 0 ? `在 form.hbs 旁边建一个 ${name}.hbs。` : adviseWord(name, names);
}

/** The shapes of a partial's parameters; null (reported) where one is missing, unknown or of no use. */
function readArguments(
  node: hbs.AST.PartialStatement,
  { parameters }: ParsedTemplate,
  place: Place,
): ReadonlyMap<string, Shape> | null {
  const at = place.template.spanOf(node);
  const name = String((node.name as hbs.AST.PathExpression).original);
  const given = new Map((node.hash?.pairs ?? []).map((pair) => [pair.key, pair.value] as const));
  for (const key of given.keys()) {
    if (parameters.includes(key)) continue;
    const message = `部件“${name}”没有参数“${key}”`;
    report({ code: 'F004', at, message, advice: adviseWord(key, parameters) }, place);
  }
  const members = new Map<string, Shape>();
  for (const key of parameters) {
    const value = given.get(key);
    if (value === undefined) {
      const advice = `加上 ${key}=字段、${key}="文字"、${key}=true 或 ${key}=false。`;
      report({ code: 'F004', at, message: `部件“${name}”缺参数“${key}”`, advice }, place);
    }
    const shape = value && (isPath(value) ? look(value, at, place) : literal(value, at, place));
    if (shape) members.set(key, shape);
  }
  return members.size === parameters.length ? members : null;
}

function literal(value: hbs.AST.Expression, at: Span, place: Place): Shape | null {
  if (value.type === 'BooleanLiteral') return { kind: 'literal' };
  const text = value.type === 'StringLiteral' ? (value as hbs.AST.StringLiteral).value : null;
  if (text !== null && !text.includes('\n')) return { kind: 'literal' };
  const message = text === null ? '参数应是字段、引号里的文字、true 或 false' : '参数里的文字不能换行';
  report({ code: 'F004', at, message, advice: '写成 参数=字段、参数="文字"、参数=true 或 参数=false。' }, place);
  return null;
}
