import path from 'node:path';
import { andThen, type Outcome, succeed } from '../base/index.ts';
import { FORM_FILE, findForm, openShelf, type Shelf } from '../blueprint/index.ts';
import { parseSource } from '../source/index.ts';
import { readBytes, TEXT_LIMIT } from './disk/bytes.ts';
import { decodeText } from './disk/decode.ts';
import { nodeWorld } from './disk/world.ts';
import { fencedWorld } from './inputs/template-folders.ts';
import { findPlaces, type WorkshopOptions } from './workshop.ts';

/** A record in the one layout, and what is to be told of it; `text` is null for a file that is no record. */
export type Formatted = { readonly text: string | null; readonly note: string | null };

/** Formats the text of one file. Fails with the faults of its syntax; a record that breaks a rule is formatted. */
export type Formatter = (file: string, text: string) => Outcome<Formatted>;

/** Opens the forms that the options name. Fails where what all forms share cannot be read. */
export async function openFormatter(options: WorkshopOptions): Promise<Outcome<Formatter>> {
  const { formatSource } = await import('../author/format/index.ts');
  const opened = andThen(findPlaces(options), ({ templates, fonts }) =>
    openShelf(fencedWorld(nodeWorld(), templates), templates, fonts),
  );
  return andThen(opened, (shelf: Shelf) =>
    succeed<Formatter>((file, text) => {
      // Its first key is that of records.
      if (path.basename(file) === FORM_FILE) return succeed({ text: null, note: '是表的模板，不是数据，没有动' });
      return andThen(parseSource(file, text), (source): Outcome<Formatted> => {
        const form = findForm(source.root, shelf);
        if (form === null) return succeed({ text: null, note: '没有写“表: 名称”，看不出是数据，没有动' });
        if (form.ok) return succeed({ text: formatSource(source, form.value), note: null });
        return succeed({
          text: formatSource(source, null),
          note: `${form.problems[0].message}，键的次序没有动`,
        });
      });
    }),
  );
}

/**
 * Whether a file is in the one layout already, byte for byte but for the line ends of Windows, which git puts in by
 * itself; `bytes` is what it should hold.
 */
export type Comparison = Formatted & { readonly same: boolean; readonly bytes: Uint8Array };

/** Compares bytes with what they would be in the one layout. */
export function compareBytes(file: string, bytes: Uint8Array, format: Formatter): Outcome<Comparison> {
  return andThen(decodeText(file, bytes), (text) =>
    andThen(format(file, text), (formatted) => {
      const wanted = formatted.text === null ? bytes : Buffer.from(formatted.text);
      const same = Buffer.compare(bytes, wanted) === 0 || isSameInUnix(text, formatted.text);
      return succeed({ ...formatted, same, bytes: wanted });
    }),
  );
}

const isSameInUnix = (text: string, wanted: string | null): boolean =>
  text.includes('\r\n') && text.replaceAll('\r\n', '\n') === wanted;

/** {@link compareBytes} for a file on disk. */
export const compareFile = (file: string, format: Formatter): Outcome<Comparison> =>
  andThen(readBytes(file, TEXT_LIMIT), (bytes) => compareBytes(file, bytes, format));
