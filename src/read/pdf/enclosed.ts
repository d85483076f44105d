import { fail, type Outcome, succeed } from '../../base/index.ts';
import { enclosureDamaged, nothingEnclosed, type ReadEnclosure } from '../enclosed.ts';
import { withDocument } from './open.ts';

/** The names of our two files in the tree of embedded files. */
const FACTS = 'biaoli.json';
const SOURCE = 'biaoli.yaml';

/**
 * What a PDF carries among its embedded files (ISO 32000-1, 7.11.4). Fails with D031 where there is nothing of ours, with
 * D032 where it is damaged, and like `readPdf` where the file cannot be opened.
 */
export const enclosedInPdf = (bytes: Uint8Array, file: string): Promise<Outcome<ReadEnclosure>> =>
  withDocument(bytes, file, async (document) => {
    const at = { file, start: 0, end: 0 };
    const files: unknown = await document.getAttachments();
    const [source, facts] = [contentOf(files, SOURCE), contentOf(files, FACTS)];
    if (source === null && facts === null) return fail(nothingEnclosed(at));
    if (source === null || facts === null) return fail(enclosureDamaged(at, '附件里缺东西'));
    return succeed({ source, facts: new TextDecoder().decode(facts) });
  });

function contentOf(files: unknown, name: string): Uint8Array | null {
  const file = member(files, name);
  const content = member(file, 'content');
  return content instanceof Uint8Array ? content : null;
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
