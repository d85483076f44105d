import { andThen, fail, type Outcome, succeed } from '../base/index.ts';
import { type Opened, openEnclosure } from '../enclose.ts';
import { decodeText, isMarked } from './disk/decode.ts';
import { isPdf } from './disk/document.ts';
import { wholeFile } from './disk/file-fault.ts';

/** What a PDF or DOCX carries. Fails with D031 where that is nothing, with D032 where it is damaged. */
export async function enclosedIn(bytes: Uint8Array, file: string): Promise<Outcome<Opened>> {
  const { enclosedInDocx, enclosedInPdf, enclosureDamaged } = await import('../read/index.ts');
  const read = await (isPdf(bytes, file) ? enclosedInPdf(bytes, file) : enclosedInDocx(bytes, file));
  return andThen(read, (enclosure) => {
    const opened = openEnclosure(enclosure);
    return opened === null ? fail(enclosureDamaged(wholeFile(file), '说明它是什么的那一份看不懂')) : succeed(opened);
  });
}

/** The YAML that a document carries, with its byte order mark: as UTF-8 the file byte for byte. */
export async function enclosedText(bytes: Uint8Array, file: string): Promise<Outcome<string>> {
  const { enclosureDamaged } = await import('../read/index.ts');
  return andThen(await enclosedIn(bytes, file), ({ source, isIntact }) => {
    if (!isIntact) return fail(enclosureDamaged(wholeFile(file), '它和生成的时候记下的摘要对不上'));
    return andThen(decodeText(file, source), (text) => succeed(isMarked(source) ? `\uFEFF${text}` : text));
  });
}
