import { flatMap } from '../../base/index.ts';
import type { Field, GroupField } from '../../blueprint/index.ts';
import type { JsonSchema, Snippet, SnippetBody } from './types.ts';

/**
 * All members of a group at once, but for lists and indicators; none where there is only one to write. It belongs to the
 * group and not to the list around it, whose snippets the server indents wrongly from the second line of an item on.
 */
export function groupSnippet({ fields }: GroupField, words: Omit<Snippet, 'body'>): JsonSchema {
  let stop = 0;
  const bodyOf = (members: readonly Field[]): SnippetBody =>
    Object.fromEntries(
      flatMap(members, (field): (readonly [string, string | SnippetBody])[] => {
        if (field.kind === 'list' || field.kind === 'tree') return [];
        if (field.kind === 'group') return [[field.name, bodyOf(field.fields)]];
        stop += 1;
        return [[field.name, `$${stop}`]];
      }),
    );
  const body = bodyOf(fields);
  return stop > 1 ? { defaultSnippets: [{ ...words, body }] } : {};
}
