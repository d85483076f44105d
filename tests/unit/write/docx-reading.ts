import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { layoutDocument } from '../../../src/layout/index.ts';
import type { MeasuredDocument } from '../../../src/measure/index.ts';
import { writeDocx } from '../../../src/write/flow/docx/index.ts';
import { fakeFonts } from '../../support/fake-fonts.ts';
import { successOf } from '../../support/set-form.ts';
import { faces } from './docx-fixture.ts';

export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
};

export function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('text', (text) => {
    const top = stack.at(-1);
    if (top !== undefined) top.text += text;
  });
  parser.on('closetag', () => stack.pop());
  parser.write(xml).close();
  return root;
}

export const all = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
export const textOf = (element: Element): string =>
  all(element, 'w:t')
    .map((t) => t.text)
    .join('');
export const own = (element: Element | undefined, name: string) =>
  element?.children.find((child) => child.name === name);
export const val = (element: Element | undefined): string | undefined => element?.attributes['w:val'];

/** The document on pages, and written. */
export const written = (document: MeasuredDocument): Promise<Uint8Array> =>
  writeDocx(document, successOf(layoutDocument(document, fakeFonts)), faces);

/** The parts of a package as texts. */
export const unzipped = (docx: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes)]));

export const partsOf = async (document: MeasuredDocument) => unzipped(await written(document));
export const partOf = async (document: MeasuredDocument, name: string) => parse((await partsOf(document))[name] ?? '');
export const bodyOf = (document: MeasuredDocument) => partOf(document, 'word/document.xml');
