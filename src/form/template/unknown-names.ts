import Handlebars from 'handlebars';
import { type Diagnostic, diagnostic } from '../../base/index.ts';
import { adviseWord } from '../../blueprint/index.ts';
import { blocks, type Mustache } from './mustaches.ts';
import type { Shape } from './shape.ts';

/** All names in a shape, however deep. */
export function namesIn(shape: Shape, names = new Set<string>()): ReadonlySet<string> {
  if (shape.kind === 'list') namesIn(shape.item, names);
  if (shape.kind === 'group')
    for (const [name, member] of shape.members) {
      names.add(name);
      namesIn(member, names);
    }
  return names;
}

/**
 * F008 for fields that a form has nowhere: whatever blocks of the template are paired wrongly, these are wrong. `names`
 * are all that the form has.
 */
export function unknownNames(
  { file, text, mustaches }: { readonly file: string; readonly text: string; readonly mustaches: readonly Mustache[] },
  names: ReadonlySet<string>,
): Diagnostic[] {
  return mustaches.flatMap((one): Diagnostic[] => {
    const unknown = fieldParts(text.slice(one.start, one.end), one).find((name) => !names.has(name));
    if (unknown === undefined) return [];
    const message = `这里没有“${unknown}”这个字段`;
    const at = { file, start: one.start, end: one.end };
    return [diagnostic({ code: 'F008', at, message, advice: adviseWord(unknown, [...names]) })];
  });
}

/** The names in the path that a mustache prints or enters; none where it cannot be read, or is no path. */
function fieldParts(text: string, { kind, name, ended }: Mustache): readonly string[] {
  if (!ended || (kind !== 'value' && kind !== 'open') || (kind === 'value' && blocks.includes(name))) return [];
  const path = pathIn(kind === 'open' ? `${text}{{/${name}}}` : text);
  return path === null || path.data ? [] : path.parts.map(String);
}

function pathIn(text: string): hbs.AST.PathExpression | null {
  try {
    const [node] = Handlebars.parseWithoutProcessing(text).body;
    const { path, params = [] } = node as hbs.AST.MustacheStatement | hbs.AST.BlockStatement;
    const subject = node?.type === 'BlockStatement' ? params[0] : path;
    const isCall = node?.type === 'MustacheStatement' && params.length > 0;
    return subject?.type === 'PathExpression' && !isCall ? (subject as hbs.AST.PathExpression) : null;
  } catch {
    return null;
  }
}
