import { printOf, printOfDocx } from '../../agree/index.ts';
import { andThen, type Outcome, succeed } from '../../base/index.ts';
import type { SetDocument } from '../../pipeline.ts';
import type { DocxContent } from '../../read/index.ts';
import { isPdf } from '../disk/document.ts';
import { differs } from './findings.ts';
import { printedPdf } from './printed-pdf.ts';
import type { Printed } from './types.ts';

/** What a document prints. Fails where it cannot be read; warns of what is not looked at (D036). */
export async function printedIn(bytes: Uint8Array, file: string, set: SetDocument): Promise<Outcome<Printed>> {
  const { readDocx, readPdf } = await import('../../read/index.ts');
  if (!isPdf(bytes, file)) return printedDocx(readDocx(bytes, file), file, set);
  const read = await readPdf(bytes, file);
  return read.ok ? printedPdf(read.value, file, set) : read;
}

/** What a reader warns of, text boxes and nested tables, none of our documents has. */
const printedDocx = (read: Outcome<DocxContent>, file: string, { measured }: SetDocument): Outcome<Printed> =>
  andThen(read, (content) => {
    const strange = read.ok
      ? read.warnings.map(({ message }) => differs(file, `${message}：数据排不出这样的东西`))
      : [];
    return succeed({ readings: [{ print: printOfDocx(content, printOf(measured)), exact: true }], findings: strange });
  });
