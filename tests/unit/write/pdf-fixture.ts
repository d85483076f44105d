import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { type FaceTable, type Length, mpt, type Span, ZERO } from '../../../src/base/index.ts';
import type { Page, PagedDocument, Rule, TextItem } from '../../../src/layout/index.ts';
import { loadPdfjs } from '../../../src/read/pdf/open.ts';
import { type Fragment, type Line, openFonts } from '../../../src/text/index.ts';
import { packedObjects } from '../../support/packed-objects.ts';

const { getDocument, OPS } = await loadPdfjs();

const faces: FaceTable = new Map([
  ['宋体', { files: ['fonts/宋体-400.ttf'], deskName: '宋体' }],
  ['黑体', { files: ['fonts/黑体-400.ttf'], deskName: '黑体' }],
  ['仿宋', { files: ['fonts/仿宋.otf'], deskName: '仿宋' }],
]);

const fonts = openFonts({ readFont: (file) => readFileSync(file) }, faces);

const span: Span = { file: 'a.yaml', start: 0, end: 0 };

export type Setting = {
  readonly face?: string;
  readonly size?: Length;
  /** Added to a glyph's own advance. */
  readonly extra?: (index: number) => number;
};

/** A fragment at the natural advances of its face. */
export function fragment(text: string, { face = '宋体', size = mpt(10500), extra = () => 0 }: Setting = {}): Fragment {
  const resolved = Array.from(text, (character) => {
    const found = fonts.face(face)(character.codePointAt(0) ?? 0);
    if (found === null) throw new Error(`${face} has no ${character}`);
    return found;
  });
  const one = resolved[0] ?? fonts.face(face)(0x20);
  if (one === null) throw new Error(`${face} is empty`);
  const glyphs = resolved.map(({ glyph }) => glyph);
  const advances = glyphs.map((glyph, i) => mpt((one.face.advance(glyph) * size) / 1000 + extra(i)));
  return { text, face: one.face, size, glyphs, advances, origin: { kind: 'template', span } };
}

export const line = (fragments: readonly Fragment[], trailing = ''): Line => ({
  fragments,
  offset: ZERO,
  width: ZERO,
  trailing,
  turned: false,
});

/** A line of text at a place of the sheet. */
export const text = (content: Line | string, x = 0, y = 0): TextItem => ({
  kind: 'text',
  x: mpt(x),
  y: mpt(y),
  line: typeof content === 'string' ? line([fragment(content)]) : content,
  owner: { kind: 'block', block: 0 },
  repeat: false,
});

export const rule = (x: number, y: number, width: number, height: number): Rule => ({
  kind: 'rule',
  x: mpt(x),
  y: mpt(y),
  width: mpt(width),
  height: mpt(height),
});

/** An A4 page. */
export const page = (texts: readonly TextItem[], rules: readonly Rule[] = []): Page => ({
  width: mpt(595276),
  height: mpt(841890),
  texts,
  rules,
  boxes: [],
});

export const paged = (pages: readonly Page[], title = '绩效目标表'): PagedDocument => ({
  meta: { title, author: '公共服务办公室', language: 'zh-CN' },
  pages,
  covers: 0,
  blocks: new Map(),
  tables: [],
});

const open = (pdf: Uint8Array) => getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: false }).promise;

/** Title and author as a reader shows them. */
export async function properties(pdf: Uint8Array): Promise<unknown> {
  const opened = await open(pdf);
  const { info } = await opened.getMetadata();
  await opened.destroy();
  return info;
}

/** What a reader copies from each page, character by character in the order of painting. */
export async function readBack(pdf: Uint8Array): Promise<string[]> {
  const opened = await open(pdf);
  const pages: string[] = [];
  for (let number = 1; number <= opened.numPages; number += 1) {
    const { fnArray, argsArray } = await (await opened.getPage(number)).getOperatorList();
    const shown = argsArray.filter((_, i) => fnArray[i] === OPS.showText).map((args) => charactersOf(args));
    pages.push(shown.join(''));
  }
  await opened.destroy();
  return pages;
}

/** The characters of one showText: its glyphs, between which numbers stand for moves of the pen. */
function charactersOf([glyphs]: readonly (readonly ({ readonly unicode: string } | number)[])[]): string {
  return (glyphs ?? []).map((glyph) => (typeof glyph === 'number' ? '' : glyph.unicode)).join('');
}

const latin1 = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

/** All objects of the file, those in streams of objects too, as Latin-1, without spaces that say nothing. */
export const objects = (pdf: Uint8Array): string =>
  [latin1(pdf), ...unpacked(pdf)].join('\n').replace(/\s+(?=[/<>[\]()])/g, '');

/** The compressed streams in the order of the file, as Latin-1: fonts with few characters, ToUnicode maps, then pages. */
export function streams(pdf: Uint8Array): string[] {
  const found = latin1(pdf).matchAll(/\/Filter ?\/FlateDecode[^>]*>>\nstream\n([\s\S]*?)\nendstream/g);
  return Array.from(found, (match) => inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1'));
}

/** The painting operators of the pages. */
export const pageStreams = (pdf: Uint8Array): string[] => streams(pdf).filter((stream) => stream.startsWith('0 g\n'));

/** The objects of the file's streams of objects, in their order, each after its number and a space. */
export const unpacked = (pdf: Uint8Array): string[] =>
  packedObjects(latin1(pdf)).map(({ number, text }) => `${number} ${text.trim()}`);
