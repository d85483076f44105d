import { andThen, succeed } from '../../base/index.ts';
import { words } from '../../blueprint/index.ts';
import type { Press } from '../../press.ts';
import { contentsContent, type Member, memberOf, summaryTables } from '../../volume/index.ts';
import { type Format, formats } from '../../wishes.ts';
import { zipFiles } from '../zip.ts';
import type { Packer } from './types.ts';
import { summaryWorkbook } from './workbook.ts';

/** The files of one form. */
type Single = {
  readonly member: Member;
  /** Its path in the archive, without extension. */
  readonly target: string;
  readonly files: ReadonlyMap<Format, Uint8Array>;
};

/** Packs forms in an archive, in folders as they are rendered, with their contents and the workbook of their summary. */
export const archivePacker = (press: Press): Packer<Single> => ({
  take: async ({ file, target }) =>
    andThen(await press.render(file, formats), ({ set, files, pages }) =>
      succeed({ member: memberOf(set.record, pages), target, files }),
    ),
  make: async (taken, { out, title, leftOut }) => {
    const files = new Map<string, Uint8Array>();
    for (const { target, files: own } of taken)
      for (const [format, bytes] of own) files.set(`${target}.${format}`, bytes);
    const names = new Set([...files.keys()].map((name) => name.toLowerCase()));
    const entries = taken.map(({ member, target }) => ({
      member,
      page: `${member.pages}页`,
      file: press.printable(target),
    }));
    const listing = contentsContent({ title, summary: '', entries, leftOut });
    const composed = press.compose(words.shared.contents, listing);
    if (!composed.ok) return composed;
    const contents = freeName(words.shared.contents, formats, names);
    for (const format of formats) files.set(`${contents}.${format}`, await press.write(format, composed.value));
    const members = taken.map(({ member }) => member);
    const tables = summaryTables(members, []);
    const workbook = await summaryWorkbook(tables);
    files.set(`${freeName(words.shared.summary, ['xlsx'], names)}.xlsx`, workbook);
    // What is inside is compressed already, but for some fonts of the PDFs, unless they are to be small.
    const packed = new Map([[out, zipFiles(files, 0)]]);
    return succeed({ files: packed, told: `（${taken.length} 份）`, tables }, composed.warnings);
  },
});

/** A record may be called as one of our own files is. */
function freeName(name: string, endings: readonly string[], taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${name}(${number})`;
    if (!endings.some((ending) => taken.has(`${tried}.${ending}`))) return tried;
  }
}
