import { styleText } from 'node:util';
import { andThen, type Outcome, succeed } from '../../base/index.ts';
import { type ComparedRecord, markdownOf, type Show, showPlainly, textOfRecord } from '../../compare/index.ts';
import { spareInputs, writeWhole } from '../disk/output.ts';
import type { Compared } from './compared.ts';
import type { Telling } from './options.ts';

export const NO_CHANGES = '没有改动。\n';

/** Prints what was found as text or Markdown, or writes it where the options say. */
export function tellText(
  all: readonly Compared[],
  { options, terminal }: Pick<Telling, 'options' | 'terminal'>,
): Outcome<null> {
  const records = all.map(({ record }) => record);
  const { as, out } = options;
  const show = terminal.color.out && out === undefined ? inColour : showPlainly;
  const text = as === 'markdown' ? markdownOf(records) : textOf(records, show);
  if (out === undefined) {
    terminal.out(text);
    return succeed(null);
  }
  const ends = all.flatMap(({ pair }) => [pair.file, pair.before?.name, pair.after?.name]);
  const inputs = ends.filter((name) => name !== undefined);
  return andThen(spareInputs(out, inputs), (spared) =>
    andThen(writeWhole(spared, text), (file) => {
      terminal.out(`已生成 ${file}\n`);
      return succeed(null);
    }),
  );
}

const textOf = (records: readonly ComparedRecord[], show: Show): string =>
  records.length === 0 ? NO_CHANGES : records.map((record) => textOfRecord(record, show)).join('\n');

/** What is gone is red and struck through as well: who cannot tell the colours apart still sees it. */
const inColour: Show = (kind, text) => {
  const paint = (style: Parameters<typeof styleText>[0]) => styleText(style, text, { validateStream: false });
  switch (kind) {
    case 'before':
    case 'removed':
      return paint(['red', 'strikethrough']);
    case 'after':
    case 'added':
      return paint(['green', 'bold']);
    case 'place':
      return paint('dim');
    default:
      return text;
  }
};
