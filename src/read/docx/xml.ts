import { SaxesParser, type SaxesTagNS } from 'saxes';

export type Tag = SaxesTagNS;

/** The namespace that a prefix stands for at the tag that is told of. */
export type Resolve = (prefix: string) => string | undefined;

/** What is told of an XML text, in its order. */
export type XmlListener = {
  readonly open: (tag: Tag, resolve: Resolve) => void;
  readonly text: (text: string) => void;
  readonly close: () => void;
};

const CHUNK = 1 << 20;

/** How deep elements may stand in each other; the parser looks through all that are open for the namespace of each. */
const DEPTH_LIMIT = 1000;

/**
 * Parses an XML part in UTF-8 or UTF-16. Throws an Error when it is not well-formed or has a document type
 * (Open Packaging forbids it: ISO/IEC 29500-2, 6.3.1), so that no entity is ever expanded, and when its elements are
 * nested deeper than anyone writes.
 */
export function parseXml(bytes: Uint8Array, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('document type');
  });
  const resolve: Resolve = (prefix) => parser.resolve(prefix);
  let depth = 0;
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEPTH_LIMIT) throw new Error('nested too deeply');
    listener.open(tag, resolve);
  });
  parser.on('text', listener.text);
  parser.on('cdata', listener.text);
  parser.on('closetag', () => {
    depth -= 1;
    listener.close();
  });
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
  }
  parser.write(decoder.decode());
  parser.close();
}

/** An attribute by its local name, whatever its prefix. */
export function attribute(tag: Tag, local: string): string | undefined {
  for (const one of Object.values(tag.attributes)) if (one.local === local) return one.value;
  return undefined;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
