import { adviseWord } from '../../blueprint/index.ts';
import { elements } from '../markup/vocabulary.ts';

/** What people who know HTML write, and what it is called here. */
const elementOf: ReadonlyMap<string, string> = new Map([
  ['td', 'cell'],
  ['th', 'label'],
  ['tr', 'row'],
  ['div', 'p'],
  ['h1', 'title'],
]);
const attributeOf: ReadonlyMap<string, string> = new Map([
  ['colspan', 'span'],
  ['rowspan', 'rows'],
]);
const looks: ReadonlySet<string> = new Set(['b', 'strong', 'i', 'em', 'u', 'font', 'span']);

/** What an element of HTML is called here. */
export const ownName = (name: string): string | undefined => elementOf.get(name);

/** What to write for an element that does not exist. */
export function adviseElement(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return `${adviseWord('', [...elements.keys()])}要印“<”请写 &lt;。`;
  if (name === 'br') return '另起一行写成 <p>…</p><p>…</p>。';
  if (looks.has(name)) return '删去它：字体、字号和粗细写在 form.yaml 的“字”里。';
  const known = ownName(name);
  return known === undefined ? adviseWord(name, [...elements.keys()]) : `写成 <${known}>。`;
}

/** What to write for an attribute that an element does not have. */
export function adviseAttribute(name: string, known: readonly string[]): string {
  const own = attributeOf.get(name);
  return own !== undefined && known.includes(own) ? `写成 ${own}。` : adviseWord(name, known);
}
