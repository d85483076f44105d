import {
  type Diagnostic,
  diagnostic,
  fail,
  type Length,
  mpt,
  type Outcome,
  type Paper,
  pt,
  type Role,
  type Span,
  succeed,
} from './base/index.ts';
import type { Setup } from './measure/index.ts';

/** GB/T 9704-2012: never below 六号. */
const SMALLEST = pt(7.5);
/** Sizes are tried in half points, the steps that DOCX knows. */
const STEP = pt(0.5);
/** The tightest paddings between text and rule, and how many steps lead there. */
const TIGHTEST = { padX: pt(2), padY: pt(1) };
const PADDING_STEPS = 4;

/** What is made smaller together; titles and page numbers keep their sizes. */
const roles: readonly Role[] = ['label', 'cell', 'line'];

/** How a document was made to fit; null where it fitted as the form has it. */
export type Fitted = {
  readonly pages: number;
  readonly size: Length;
  readonly usual: Length;
  readonly padX: Length;
  readonly padY: Length;
} | null;

/** At most so many pages, and where that is asked for. */
export type FitWish = { readonly pages: number; readonly at: Span };

/**
 * Sets a document on at most so many pages: with the largest text size from the form's down to 六号 that allows it,
 * the same for all cells, and paddings as near to the form's as they can be. L003 where not even the smallest fits.
 */
export function fitToPages<
  T extends {
    readonly paged: { readonly pages: readonly unknown[] };
    readonly measured: { readonly sections: Sections };
  },
>(
  { pages, at }: FitWish,
  setup: Setup,
  set: (setup: Setup) => Outcome<T>,
): Outcome<{ readonly document: T; readonly fitted: Fitted }> {
  const usual = setup.styles.cell.size;
  let least = Number.POSITIVE_INFINITY;
  let sections: Sections = [];
  for (let size: number = usual; size >= Math.min(SMALLEST, usual); size = stepBelow(size)) {
    const tight = set(scaled(setup, size, 1));
    if (!tight.ok) return tight;
    const taken = tight.value.paged.pages.length;
    least = Math.min(least, taken);
    sections = tight.value.measured.sections;
    if (taken > pages) continue;
    for (let step = 0; step <= PADDING_STEPS; step += 1) {
      const tried = scaled(setup, size, step / PADDING_STEPS);
      const outcome = step === PADDING_STEPS ? tight : set(tried);
      if (!outcome.ok) return outcome;
      if (outcome.value.paged.pages.length > pages) continue;
      const { padX, padY } = tried.table;
      const asUsual = size === usual && step === 0;
      const fitted = asUsual ? null : { pages, size: mpt(size), usual, padX, padY };
      return succeed({ document: outcome.value, fitted }, outcome.warnings);
    }
  }
  return fail(diagnostic({ code: 'L003', at, ...tooMany({ pages, least, sections }) }));
}

type Sections = readonly { readonly paper: Paper }[];

type TooMany = { readonly pages: number; readonly least: number; readonly sections: Sections };

/** Less text is of no use where the form itself begins more pages, as it does behind a cover. */
function tooMany({ pages, least, sections }: TooMany): Pick<Diagnostic, 'message' | 'advice'> {
  const parts = sections.length;
  const hasBlankBack = sections.some(({ paper }, i) => i > 0 && paper.mirrored && isCover(sections[i - 1]?.paper));
  if (parts + (hasBlankBack ? 1 : 0) <= pages) {
    const message = `缩到六号字、格子留最少的空，也要 ${least} 页，排不进 ${pages} 页`;
    return { message, advice: `删减文字，或把页数改成 ${least} 页。` };
  }
  const back = hasBlankBack ? '双面打印时封面的背面空着，' : '';
  return {
    message: `这张表自己分成 ${parts} 部分，各自另起一页，${back}一共要 ${least} 页，排不进 ${pages} 页`,
    advice: `把页数改成 ${least} 页；删减文字不管用，不另起一页，要请管理模板的同事删去 <cover> 或 <page/>。`,
  };
}

const isCover = (paper: Paper | undefined): boolean => paper?.folio === 'cover';

const stepBelow = (size: number): number => (Math.ceil(size / STEP) - 1) * STEP;

/** The setup with its texts scaled so that cells have a size, and paddings `tightness` (0 … 1) of the way to the tightest. */
function scaled(setup: Setup, size: number, tightness: number): Setup {
  const { styles, table } = setup;
  const ratio = size / styles.cell.size;
  const smaller = Object.fromEntries(
    roles.map((role) => {
      const style = styles[role];
      const own = Math.max(Math.min(SMALLEST, style.size), Math.round((style.size * ratio) / STEP) * STEP);
      return [role, { ...style, size: mpt(own), pitch: mpt((style.pitch * own) / style.size) }];
    }),
  );
  const toward = (from: Length, to: Length): Length => mpt(from + (Math.min(from, to) - from) * tightness);
  return {
    ...setup,
    styles: ratio === 1 ? styles : { ...styles, ...smaller },
    table: { ...table, padX: toward(table.padX, TIGHTEST.padX), padY: toward(table.padY, TIGHTEST.padY) },
  };
}
