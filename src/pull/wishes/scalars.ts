import { pathKey, type Span } from '../../base/index.ts';
import { isSum, type ScalarField } from '../../blueprint/index.ts';
import { digitsMeant, parsePrinted, type ScalarValue } from '../../record/index.ts';
import type { Node } from '../../source/index.ts';
import { parseSource } from '../../source/index.ts';
import { fault } from '../faults.ts';
import type { Bound } from '../reading/bind.ts';
import { asReadBack, readings, SOFT } from '../text/blanks.ts';
import type { Context } from './context.ts';
import { same, type Wish } from './types.ts';
import { isUnread } from './unread.ts';

/** A value of the record; nothing of it in an item that is new. */
type Old = { readonly value: ScalarValue | null; readonly node: Node | null };

/** What the document wants of a value. */
export function scalarWish(field: ScalarField, { value, node }: Old, bounds: readonly Bound[], context: Context): Wish {
  const at = value?.origin.span ?? context.at;
  if (isUnread(bounds, at, context)) return same;
  if (isSum(field) && value !== null && value.origin.kind !== 'value') {
    context.sums.push(...bounds.map((bound) => ({ bound, value, at })));
    return same;
  }
  if (bounds.length > 0 && bounds.every((one) => one.isOwn && isOf(one, value))) return same;
  const old = asReadBack(value?.text ?? '');
  const texts = bounds.map(({ text }) => settled(field, text, old));
  const [text = '', ...others] = texts;
  const first = bounds[0];
  if (text === old && others.every((one) => one === old)) return same;
  const other = others.findIndex((one) => one !== text);
  if (other !== -1 && first !== undefined) {
    const [a, b] = [first, bounds[other + 1] as Bound];
    const changed = a.text === old ? b : a;
    const seen = { code: 'P005', at, where: changed.cell.where, text: changed.text } as const;
    context.report(fault(seen, `“${field.name}”印在几处，改得不一样`, '几处改成一样的，再写回；或者直接改 YAML。'));
    return same;
  }
  const doubtful = bounds.find((one) => one.doubtful);
  if (doubtful !== undefined) {
    const seen = { code: 'P006', at, where: doubtful.cell.where, text: doubtful.cell.text } as const;
    context.report(fault(seen, '这一格里有几项，分不清哪些字是哪一项的', '这一格的改动请直接写进 YAML。'));
    return same;
  }
  return typedWish(field, { text, at, where: first ?? null, typed: node?.kind === 'scalar' ? node.text : '' }, context);
}

/** Whether something stands where the record prints a value. */
const isOf = ({ slot }: Bound, value: ScalarValue | null): boolean =>
  value !== null && 'path' in value.origin && pathKey(value.origin.path) === pathKey(slot.spot.path);

/** A text by what its soft breaks mean: as the record has it, else ends of paragraphs in prose and nothing elsewhere. */
function settled(field: ScalarField, text: string, old: string): string {
  if (!text.includes(SOFT)) return text;
  const { broken, joined } = readings(text);
  if (broken === old || joined === old) return old;
  return field.kind === 'prose' || old.includes('\n') ? broken : joined;
}

type Printed = { readonly text: string; readonly at: Span; readonly where: Bound | null; readonly typed: string };

function typedWish(field: ScalarField, { text, at, where, typed }: Printed, context: Context): Wish {
  const parsed = parsePrinted(field, text, typed);
  if (parsed.ok && parsed.text === typed) return same;
  const refused = parsed.ok ? refusal(parsed.text) : null;
  if (parsed.ok && refused === null) return { kind: 'text', text: parsed.text };
  if (where === null) return same;
  const seen = { code: 'P003', at, where: where.cell.where, text } as const;
  const saw = parsed.ok ? `“${field.name}”${refused?.message}` : `“${field.name}”${parsed.wanted}`;
  const digits = parsed.ok ? null : digitsMeant(text, field);
  const mend = digits === null ? '改好' : `写成 ${digits}`;
  context.report(fault(seen, saw, refused?.advice ?? `在 Word 里${mend}，再写回；或者直接改 YAML。`));
  return same;
}

/** What the reader of YAML has against the characters of a text; null: nothing. */
function refusal(text: string): { readonly message: string; readonly advice: string } | null {
  const file = 'a';
  const read = parseSource(
    file,
    `a:\n${text
      .split('\n')
      .map((line) => `  - '${line.replaceAll("'", "''")}'\n`)
      .join('')}`,
  );
  return read.ok ? null : read.problems[0];
}
