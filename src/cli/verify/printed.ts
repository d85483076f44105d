import { type Print, printOfDocx } from '../../agree/index.ts';
import { andThen, type Diagnostic, type Outcome, succeed } from '../../base/index.ts';
import type { SetDocument } from '../../pipeline.ts';
import { isPdf } from '../document.ts';

/** A document that was read, ready to be compared with what it should print. */
export type Printed = {
  /** What it prints, as far as it can be told; `expected` helps where a PDF tells no order. */
  readonly print: Print;
  /** Whether the document tells white space and paragraphs. */
  readonly exact: boolean;
  /** What else it prints that it should not. */
  readonly findings: readonly Diagnostic[];
};

/** What a document prints. Fails where it cannot be read; warns of what is not looked at. */
export async function printedIn(bytes: Uint8Array, file: string, _set: SetDocument): Promise<Outcome<Printed>> {
  const { readDocx } = await import('../../read/index.ts');
  if (isPdf(bytes, file)) throw new Error('not yet');
  return andThen(readDocx(bytes, file), (content) =>
    succeed({ print: printOfDocx(content), exact: true, findings: [] }),
  );
}
