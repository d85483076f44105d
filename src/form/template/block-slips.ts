import { blocks, type Mustache } from './mustaches.ts';

/** What was meant to begin or end a block, as if it did, and what is said of it. */
export type BlockSlip = { readonly slip: Mustache; readonly message: string; readonly advice: string };

const names = blocks.join('|');
/** `{{#each列表}}`: the name of a block runs into that of a field. */
const glued = new RegExp(`^\\{\\{#\\s*(?<name>${names})(?<field>[^\\w\\s{}][^{}]*)\\}\\}$`, 'u');
/** `{{／each}}`, `｛｛#each 列表｝｝`: signs that an input method of Chinese makes wide. */
const wide = new RegExp(`[{｛]{2}\\s*(?<sign>[#＃/／])\\s*(?<name>${names})(?<field>[^{}｛｝]{0,200})[}｝]{2}`, 'gu');

/** The slips of a template's blocks, those that stand in no `{{…}}` too. */
export function blockSlips(text: string, mustaches: readonly Mustache[]): BlockSlip[] {
  const runs = mustaches.flatMap(({ start, end }): BlockSlip[] => {
    const { name, field } = glued.exec(text.slice(start, end))?.groups ?? {};
    if (name === undefined || field === undefined) return [];
    const slip: Mustache = { kind: 'open', name, start, end, ended: true };
    return [
      { slip, message: `{{#${name}}} 和“${field}”连在一起`, advice: `中间空一格，写成 {{#${name} ${field.trim()}}}。` },
    ];
  });
  const remarks = mustaches.filter(({ kind }) => kind === 'comment');
  const wides = [...text.matchAll(wide)].flatMap((match): BlockSlip[] => {
    const [whole] = match;
    if (remarks.some(({ start, end }) => start < match.index && match.index < end)) return [];
    const { sign = '', name = '', field = '' } = match.groups ?? {};
    const signs = [...new Set(whole.match(/[｛｝＃／]/gu))];
    if (signs.length === 0) return [];
    const opens = sign === '#' || sign === '＃';
    const slip: Mustache = {
      kind: opens ? 'open' : 'close',
      name,
      start: match.index,
      end: match.index + whole.length,
      ended: true,
    };
    const said = signs.map((one) => `“${one}”`).join('');
    const right = opens ? `{{#${name} ${field.trim()}}}` : `{{/${name}}}`;
    return [{ slip, message: `${said}是全角的`, advice: `写成 ${right}。` }];
  });
  return [...runs, ...wides];
}
