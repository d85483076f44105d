import { flatMap } from '../base/index.ts';
import { adviseWord, nearestWord, type Taxonomy } from '../blueprint/index.ts';

/**
 * Advice for a name that a taxonomy does not have in its place. What all names end with (指标) is left out of account,
 * because it makes every name like every other; the aliases of the names are candidates too.
 */
export function adviseName(key: string, names: readonly string[], { aliases }: Taxonomy): string {
  const also = flatMap([...aliases], ([alias, name]) => (names.includes(name) ? [alias] : []));
  const known = [...names, ...also];
  const ending = commonEnding(names);
  const stems = known.map((name) => withoutEnding(name, ending));
  const stem = withoutEnding(key, ending);
  const said = adviseWord(stem, stems, `可以写的有：${names.join('、')}。`);
  const near = nearestWord(stem, stems);
  return near === null ? said : said.replace(`“${near}”`, `“${known[stems.indexOf(near)]}”`);
}

const withoutEnding = (name: string, ending: string): string =>
  name.length > ending.length && name.endsWith(ending) ? name.slice(0, name.length - ending.length) : name;

/** What two or more names all end with. */
function commonEnding([first = '', ...others]: readonly string[]): string {
  if (others.length === 0) return '';
  for (let start = 1; start < first.length; start += 1) {
    const ending = first.slice(start);
    if (others.every((name) => name.endsWith(ending))) return ending;
  }
  return '';
}
