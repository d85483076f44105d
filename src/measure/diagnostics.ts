import {
  codePointName,
  type Diagnostic,
  diagnostic,
  flatMap,
  type Length,
  type Span,
  shortened,
} from '../base/index.ts';
import type { Grid } from '../grid/index.ts';
import type { MissingGlyph, TextRun } from '../text/index.ts';
import type { TypedAt } from './setup.ts';
import { isPrivate, substitutes } from './substitutes.ts';
import type { MeasuredCell } from './types.ts';

/** Characters that no font has, each told once of a value: where it stands first, and how often it stands there. */
export function missingGlyphs(missing: readonly MissingGlyph[], typedAt?: TypedAt): Diagnostic[] {
  const told = new Map<string, { readonly first: MissingGlyph; count: number }>();
  for (const one of oncePerPlace(missing)) {
    const { file, start } = one.run.origin.span;
    const key = `${file}:${start}:${one.character}`;
    const known = told.get(key);
    if (known === undefined) told.set(key, { first: one, count: 1 });
    else known.count += 1;
  }
  return [...told.values()].map(({ first, count }) => missingGlyph(first, count, typedAt));
}

function missingGlyph({ character, run, index }: MissingGlyph, count: number, typedAt?: TypedAt): Diagnostic {
  const often = count === 1 ? '' : `，这一项里有 ${count} 处`;
  const { message, advice } = saidOf(character);
  return diagnostic({
    code: 'T001',
    at: placeIn(run, { start: index, end: index + character.length }, typedAt),
    message: `${message}${often}`,
    advice,
  });
}

function saidOf(character: string): { readonly message: string; readonly advice: string } {
  const name = codePointName(character);
  if (/[\p{Cf}\p{Zs}\p{Mn}\p{Me}]/u.test(character))
    return {
      message: `这里有一个看不见的字符（${name}），没有一种字体有它`,
      advice: '删去它（重新打一遍这几个字）。',
    };
  const substitute = substitutes.get(character);
  const own = '确要用它，请把含有它的字体文件放进 fonts/，并在 fonts/faces.yaml 里写上。';
  if (isPrivate(character))
    return {
      message: `这里有一个自造的字符（${name}），没有一种字体有它`,
      advice:
        substitute === undefined ? `换成通用的字；${own}` : `多半是 Word 里列表的记号，换成“${substitute}”，或者删去。`,
    };
  return {
    message: `没有一种字体有“${character}”（${name}）这个字`,
    advice: `换成${substitute === undefined ? '通用的字' : `“${substitute}”`}；${own}`,
  };
}

/** A stretch that must not be broken and is wider than its cell. `index` counts UTF-16 units of the run. */
export type PartedWord = { readonly run: TextRun; readonly word: string; readonly index: number };

/**
 * Numbers and words that had to be broken because their cell is narrower than they are, each told once; `columns`
 * are those that are too narrow for more than one value.
 */
export const partedWords = (
  parted: readonly PartedWord[],
  columns: ReadonlyMap<TextRun, string>,
  typedAt?: TypedAt,
): Diagnostic[] =>
  oncePerPlace(parted).map(({ run, word, index }) => {
    const column = columns.get(run);
    return diagnostic({
      code: 'T002',
      severity: 'warning',
      ...(column !== undefined && { alike: column }),
      at: placeIn(run, { start: index, end: index + word.length }, typedAt),
      message: `“${shortened(word)}”比格子宽，只好从中间断开`,
      advice:
        run.origin.kind === 'computed'
          ? '这是算出来的数，缩短不了：请管理模板的同事加宽这一栏（columns）。'
          : '缩短它，或请管理模板的同事加宽这一栏（columns）。',
    });
  });

/** The first finding at each place of a run: a text that is set again, at another width, is found wrong again. */
function oncePerPlace<Finding extends Pick<PartedWord, 'run' | 'index'>>(findings: readonly Finding[]): Finding[] {
  const places = new Map<TextRun, Set<number>>();
  return findings.filter(({ run, index }) => {
    const known = places.get(run) ?? new Set();
    places.set(run, known);
    return !known.has(index) && known.add(index);
  });
}

/** Cells that are taller than an empty page, and so are broken whatever they hold. */
export const tallCells = (grid: Grid, cells: readonly MeasuredCell[], room: Length): Diagnostic[] =>
  flatMap(grid.cells, (cell, id) => {
    if ((cells[id]?.need ?? 0) <= room) return [];
    // A form may print words of its own before what the author wrote.
    const runs = cell.paragraphs.flatMap((paragraph) => paragraph.runs);
    const { origin } = runs.find((run) => run.origin.kind === 'value') ?? runs[0] ?? {};
    return diagnostic({
      code: 'L001',
      severity: 'warning',
      at: origin?.span ?? cell.at,
      message: '这一格比一页还高，只好断开来印',
      advice: '缩短文字，或请管理模板的同事加宽这一栏（columns）。',
    });
  });

/** The characters of a run in the file; the whole value where what is printed does not tell what was typed. */
function placeIn({ text, origin: { span } }: TextRun, stretch: Parameters<TypedAt>[2], typedAt?: TypedAt): Span {
  const asTyped = span.end - span.start === text.length;
  if (asTyped) return { ...span, start: span.start + stretch.start, end: span.start + stretch.end };
  return typedAt?.(span, text, stretch) ?? span;
}
