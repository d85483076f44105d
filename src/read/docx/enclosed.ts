import { andThen, fail, type Outcome, succeed } from '../../base/index.ts';
import { enclosureDamaged, nothingEnclosed, type ReadEnclosure } from '../enclosed.ts';
import { partsNamed } from './package.ts';
import { parseXml } from './xml.ts';

/** The namespace by which our custom XML part is known, whatever name another program has given the part. */
const NAMESPACE = 'urn:biaoli:source:1';

const CUSTOM_PARTS = /^customXml\/[^/]*\.xml$/u;

/**
 * What a DOCX carries in its custom XML (ISO/IEC 29500-1, 15.2.5). Fails with D031 where there is none, with D032 where
 * it is damaged, and like `readDocx` where the file is no DOCX.
 */
export const enclosedInDocx = (bytes: Uint8Array, file: string): Outcome<ReadEnclosure> =>
  andThen(partsNamed(bytes, file, CUSTOM_PARTS), (parts) => {
    const at = { file, start: 0, end: 0 };
    try {
      const texts = parts.map(textsIn).find((found) => found !== null);
      if (texts === undefined) return fail(nothingEnclosed(at));
      const facts = texts.get('facts');
      const source = fromBase64(texts.get('source') ?? '');
      return facts === undefined || source === null
        ? fail(enclosureDamaged(at, '自定义 XML 里缺东西'))
        : succeed({ source, facts });
    } catch {
      return fail(enclosureDamaged(at, '自定义 XML 损坏了'));
    }
  });

/** The texts of the elements of our part by their names; null for another's. Throws where it is not well-formed. */
function textsIn(part: Uint8Array): ReadonlyMap<string, string> | null {
  const texts = new Map<string, string>();
  const open: string[] = [];
  let isOurs = false;
  parseXml(part, {
    open: ({ local, uri }) => {
      if (open.length === 0) isOurs = uri === NAMESPACE;
      open.push(local);
      if (isOurs && open.length === 2) texts.set(local, '');
    },
    text: (text) => {
      const name = open.length === 2 ? open[1] : undefined;
      if (isOurs && name !== undefined) texts.set(name, (texts.get(name) ?? '') + text);
    },
    close: () => void open.pop(),
  });
  return isOurs ? texts : null;
}

/** The bytes of a Base64 text (RFC 4648), which another program may have broken into lines; null where it is none. */
function fromBase64(text: string): Uint8Array | null {
  const plain = text.replace(/\s+/gu, '');
  if (plain === '' || plain.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(plain)) return null;
  return Uint8Array.from(Buffer.from(plain, 'base64'));
}
