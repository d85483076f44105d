import { flatMap } from '../../base/index.ts';
import { adviseWord, words } from '../../blueprint/index.ts';
import { type Shape, shapeName } from './shape.ts';

/** Where a template looks names up: the contexts it has entered, innermost last. */
export type Scope = readonly Shape[];

export type Resolved =
  | { readonly ok: true; readonly shape: Shape }
  | { readonly ok: false; readonly message: string; readonly advice: string };

/** How a number is printed. */
export const countAdvice = `编号写成 {{${words.helpers.ordinal} @index}}，放在 {{#each}} 里，从 1 起。`;

/** Follows a path such as `收入来源.财政拨款` or `../年度` through the shapes. */
export function resolvePath(path: hbs.AST.PathExpression, scope: Scope): Resolved {
  let shape = scope[scope.length - 1 - path.depth];
  if (shape === undefined) {
    return { ok: false, message: `“${path.original}”往外退得太多`, advice: '减少 ../ 的个数；部件只看得见它的参数。' };
  }
  let above = '这里';
  for (const part of path.parts) {
    const name = String(part);
    if (shape.kind !== 'group') {
      const advice = shape.kind === 'list' ? '用 {{#each}} 进到每一项，再写名称。' : '删去点和后面的名称。';
      return { ok: false, message: `${above}是${shapeName(shape)}，下面没有“${name}”`, advice };
    }
    const next: Shape | undefined = shape.members.get(name);
    if (next === undefined) {
      return {
        ok: false,
        message: `${above}没有“${name}”这个字段`,
        advice:
          adviseBrackets(path, scope) ??
          adviseInside(path, scope) ??
          adviseElsewhere(name, shape, scope) ??
          (path.original === words.helpers.ordinal ? countAdvice : adviseWord(name, [...shape.members.keys()])),
      };
    }
    shape = next;
    above = `“${name}”`;
  }
  return { ok: true, shape };
}

/** A path that begins with the list or the group whose members are at hand. */
function adviseInside({ parts: [first, ...rest], depth }: hbs.AST.PathExpression, scope: Scope): string | null {
  const here = scope.at(-1);
  if (depth > 0 || rest.length === 0 || here?.kind !== 'group') return null;
  const isEntered = scope.some((around) => {
    const entered = around.kind === 'group' ? around.members.get(String(first)) : undefined;
    return entered === here || (entered?.kind === 'list' && entered.item === here);
  });
  if (!isEntered || !here.members.has(String(rest[0]))) return null;
  return `这里已经在“${first}”里面，直接写 {{${rest.join('.')}}}。`;
}

/** A dot or a slash in the name of a field would part it. */
function adviseBrackets({ original, depth }: hbs.AST.PathExpression, scope: Scope): string | null {
  const name = original.replace(/^(?:\.\.?\/)+/, '');
  const here = scope[scope.length - 1 - depth];
  if (here?.kind !== 'group' || !here.members.has(name)) return null;
  return `名称里有“.”或“/”的字段，两边加方括号：{{${original.slice(0, -name.length)}[${name}]}}。`;
}

/** Where a field of this very name stands, deeper in the groups here or in what is around; null where there is none. */
function adviseElsewhere(name: string, here: Shape, scope: Scope): string | null {
  const around = scope.slice(0, -1).toReversed();
  const outside = flatMap(around, (shape, i) =>
    shape.kind === 'group' && shape.members.has(name) ? [`${'../'.repeat(i + 1)}${name}`] : [],
  );
  const paths = [...deeper(name, here, ''), ...outside.slice(0, 1)].slice(0, MOST_PATHS);
  return paths.length === 0 ? null : `是不是${paths.map((path) => `“${path}”`).join('或')}？`;
}

const MOST_PATHS = 3;

const deeper = (name: string, shape: Shape, above: string): string[] =>
  shape.kind !== 'group'
    ? []
    : flatMap([...shape.members], ([member, inside]) => {
        const path = `${above}${above === '' ? '' : '.'}${member}`;
        return member === name ? [path] : deeper(name, inside, path);
      });

export const isPath = (node: hbs.AST.Expression): node is hbs.AST.PathExpression => node.type === 'PathExpression';
