import { type Clip, clippedTo, isSeen, WHOLE_PAGE } from './clip.ts';
import { openMarks } from './marks.ts';
import { IDENTITY, type Matrix, matrixOf, multiply } from './matrix.ts';
import { type Operator, paintedBy } from './operators.ts';
import { boxOf, rulesOf } from './path.ts';
import { type LoadedFont, type ShownGlyph, show, type TextState } from './show.ts';
import type { PdfGlyph, PdfRule } from './types.ts';

type State = TextState & { readonly page: Matrix; readonly lineWidth: number; readonly clip: Clip };
type Step = (args: readonly unknown[]) => void;

/** What a page draws; glyphs that are cut off, such as what a cell of a spreadsheet has no room for, are `unseen`. */
export type Drawn = {
  readonly glyphs: readonly PdfGlyph[];
  readonly rules: readonly PdfRule[];
  readonly unseen: readonly PdfGlyph[];
};

/** Runs a page's operators and notes the glyphs and rules they draw. `page` leads to points from the top left corner. */
export function interpret(operators: readonly Operator[], fonts: ReadonlyMap<string, LoadedFont>, page: Matrix): Drawn {
  const glyphs: PdfGlyph[] = [];
  const unseen: PdfGlyph[] = [];
  const marks = openMarks();
  const rules: PdfRule[] = [];
  const saved: State[] = [];
  let state = initial(page);
  /** Whether the next path cuts off what is drawn outside of it from then on. */
  let clips = false;
  const clip = () => {
    clips = true;
  };

  const set = (change: Partial<State>) => {
    state = { ...state, ...change };
  };
  const save = () => {
    saved.push(state);
  };
  const restore = () => {
    state = saved.pop() ?? state;
  };
  const transform = (matrix: Matrix) => set({ page: multiply(matrix, state.page) });
  const move = (dx: number, dy: number) => {
    const [x, y] = [state.lineX + dx, state.lineY + dy];
    set({ x, y, lineX: x, lineY: y });
  };
  const setFont = (name: unknown, size: unknown) => set({ font: fonts.get(String(name)), size: Number(size) });

  const steps: Readonly<Record<string, Step>> = {
    save,
    restore,
    transform: (args) => transform(matrixOf(args as readonly number[])),
    // A form's own graphics state ends with the form; so does a group's.
    paintFormXObjectBegin: ([matrix]) => {
      save();
      marks.enterForm();
      transform(matrixOf(matrix as ArrayLike<number> | null));
    },
    paintFormXObjectEnd: () => {
      restore();
      marks.leaveForm();
    },
    beginMarkedContent: ([tag]) => marks.begin(nameIn(tag), null),
    beginMarkedContentProps: ([tag, mark]) => marks.begin(nameIn(tag), mark),
    endMarkedContent: marks.end,
    beginGroup: save,
    endGroup: restore,
    setLineWidth: ([width]) => set({ lineWidth: Number(width) }),
    setGState: ([entries]) => {
      for (const [key, value] of entries as readonly (readonly [string, unknown])[]) {
        if (key === 'LW') set({ lineWidth: Number(value) });
        if (key === 'Font') setFont(...(value as readonly [unknown, unknown]));
      }
    },
    beginText: () => set({ matrix: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 }),
    setFont: ([name, size]) => setFont(name, size),
    setCharSpacing: ([spacing]) => set({ characterSpacing: Number(spacing) }),
    setWordSpacing: ([spacing]) => set({ wordSpacing: Number(spacing) }),
    setHScale: ([percent]) => set({ horizontalScale: Number(percent) / 100 }),
    setLeading: ([leading]) => set({ leading: Number(leading) }),
    setTextRise: ([rise]) => set({ rise: Number(rise) }),
    setTextMatrix: ([matrix]) => set({ matrix: matrixOf(matrix as Float32Array), x: 0, y: 0, lineX: 0, lineY: 0 }),
    moveText: ([dx, dy]) => move(Number(dx), Number(dy)),
    setLeadingMoveText: ([dx, dy]) => {
      set({ leading: -Number(dy) });
      move(Number(dx), Number(dy));
    },
    nextLine: () => move(0, -state.leading),
    showText: ([items]) => {
      const shown = show(items as readonly (ShownGlyph | number)[], state, { page: state.page, mark: marks.current() });
      for (const glyph of shown.glyphs) (isSeen(glyph, state.clip) ? glyphs : unseen).push(glyph);
      set({ x: state.x + shown.forward, y: state.y - shown.down });
    },
    clip,
    eoClip: clip,
    constructPath: ([painting, data]) => {
      const [path] = data as readonly [Float32Array | null];
      const { fill, stroke } = paintedBy(painting);
      if (path === null) return;
      if (clips) set({ clip: clippedTo(state.clip, boxOf(path, state.page)) });
      clips = false;
      if (!fill && !stroke) return;
      for (const rule of rulesOf(path, state.page, { fill, stroke, lineWidth: state.lineWidth })) rules.push(rule);
    },
  };

  for (const { name, args } of operators) steps[name]?.(args);
  return { glyphs, rules, unseen };
}

/** pdfjs gives the tag of marked content as a name with properties and as an object without. */
const nameIn = (tag: unknown): string =>
  typeof tag === 'object' && tag !== null && 'name' in tag ? String(tag.name) : String(tag);

const initial = (page: Matrix): State => ({
  page,
  clip: WHOLE_PAGE,
  lineWidth: 1,
  font: undefined,
  size: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
  matrix: IDENTITY,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
});
