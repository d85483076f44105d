import { type Entry, entry, type Mapping } from '../source/index.ts';
import { inherit } from './inherit.ts';
import { adviseWord } from './nearest.ts';
import type { Reading } from './reading.ts';
import { settingsOf } from './shorthand.ts';
import { words } from './vocabulary.ts';

const { same } = words.field;

/** Settings that say 同 with those of the sibling they name beneath their own; null (reported) where there is none. */
export function resolveSame(settings: Mapping, siblings: Mapping, reading: Reading): Mapping | null {
  const named = reading.scalar(settings, same);
  if (named === null) return settings;
  const usable = siblings.entries.flatMap(usableSettings);
  const model = usable.find(({ name }) => name === named.text)?.settings;
  if (model) return inherit(model, { ...settings, entries: settings.entries.filter(({ key }) => key.text !== same) });
  const chained = entry(siblings, named.text);
  const why = chained ? `“${named.text}”自己也写了“${same}”` : `旁边没有字段“${named.text}”`;
  const advice = adviseWord(
    named.text,
    usable.map(({ name }) => name),
  );
  reading.report('B005', named.span, `照用不到：${why}`, advice);
  return null;
}

/** A sibling that a field may be the same as: one that does not say 同 in its turn. */
function usableSettings({ key, value }: Entry): { readonly name: string; readonly settings: Mapping }[] {
  const settings = settingsOf(value);
  if (settings === null || entry(settings, same)) return [];
  return [{ name: key.text, settings }];
}
