import { type Diagnostic, lastUpTo } from '../base/index.ts';
import { colonSlips } from './colon-slips.ts';
import { toldTogether } from './habits.ts';
import { lineSlips, type SourceText } from './line-slips.ts';
import { listSlips } from './list-lines.ts';
import { outdentedSlips } from './outdented.ts';
import { isMendable, type Mendable, type Slip } from './slip.ts';
import { strayItemSlips } from './stray-items.ts';
import { tooDeepSlips } from './too-deep.ts';

/** What is left to tell: slips that can be mended, behind which other faults may hide, and all else. */
type Explained = { readonly problems: readonly Diagnostic[]; readonly mendable: readonly Mendable[] };

/** Codes of faults that may only follow from a slip; pasted cells also hold tabs (S008). */
const followers = new Set(['S002', 'S003', 'S006', 'S008']);

/**
 * Faults with those replaced that a slip on their line, or on a line above that they are indented under, explains: to
 * YAML `-名称: 甲` is a key, and it complains about the lines below.
 */
export function explainedBySlips(source: SourceText, faults: readonly Diagnostic[]): Explained {
  if (faults.length === 0) return { problems: [], mendable: [] };
  const kinds = slipsOf(source);
  const told = new Set<Slip>();
  const others = faults.filter((fault) => {
    const around = fault.code === 'S009' ? slipBefore : slipAround;
    const slip = kinds.map((some) => around(some, fault.at.start)).find((one) => one !== undefined);
    // What a slip hides is read again when it is mended; else only what is sure to follow from it is left out.
    if (slip?.mends === undefined && !followers.has(fault.code)) return true;
    if (slip !== undefined) told.add(slip);
    return slip === undefined;
  });
  const lists = new Set([...told].map(({ list }) => list).filter((list) => list !== undefined));
  for (const slip of kinds.flat()) if (slip.list !== undefined && lists.has(slip.list)) told.add(slip);
  const all = toldTogether(source.text, told);
  const rest = all.filter((fault) => !isMendable(fault)).map((fault) => fault.told);
  return { problems: [...others, ...rest], mendable: all.filter(isMendable) };
}

/** The last slip whose range holds an offset. */
function slipAround(slips: readonly Slip[], offset: number): Slip | undefined {
  const slip = lastUpTo(slips, offset);
  return slip !== undefined && offset <= slip.end ? slip : undefined;
}

/** The last slip above an offset: text that seems to nest too deep may be so because of any. */
const slipBefore = (slips: readonly Slip[], offset: number): Slip | undefined =>
  lastUpTo(slips.filter(isMendable), offset);

/** What a clerk did in a file, each kind in the order of the places. Of kinds that explain one fault the first is right. */
function slipsOf(source: SourceText): readonly (readonly Slip[])[] {
  const { slips, syntax } = lineSlips(source);
  const tooDeep = tooDeepSlips(syntax);
  const levels = [tooDeep.firstItems, strayItemSlips(syntax), listSlips(syntax), outdentedSlips(syntax), tooDeep.all];
  return [slips, colonSlips(syntax), ...levels];
}
