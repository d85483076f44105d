import type { PDFPageProxy } from 'pdfjs-dist';
import type { Operator } from './operators.ts';
import type { LoadedFont } from './show.ts';
import type { PdfFont } from './types.ts';

/**
 * The fonts of a document, in the order in which its pages first ask for them. Programs cut a large font into several of
 * one name: they count as one.
 */
export type FontShelf = {
  readonly fontsOf: (page: PDFPageProxy, operators: readonly Operator[]) => Promise<ReadonlyMap<string, LoadedFont>>;
  readonly fonts: () => readonly PdfFont[];
};

/** The properties of a pdfjs font that are read here; a font that could not be loaded has none of them. */
type PdfjsFont = {
  readonly name?: string | undefined;
  readonly missingFile?: boolean | undefined;
  readonly vertical?: boolean | undefined;
  readonly fontMatrix?: readonly number[] | undefined;
  readonly defaultVMetrics?: readonly number[] | undefined;
};

export function fontShelf(): FontShelf {
  const loaded = new Map<string, LoadedFont>();
  const fonts: PdfFont[] = [];
  const indexes = new Map<string, number>();

  const indexOf = (font: PdfFont): number => {
    const key = `${font.embedded} ${font.name}`;
    const index = indexes.get(key) ?? fonts.push(font) - 1;
    indexes.set(key, index);
    return index;
  };

  const put = (key: string, font: PdfjsFont) => {
    const name = (font.name ?? key).replace(/^[A-Z]{6}\+/, '');
    loaded.set(key, {
      index: indexOf({ name, embedded: font.missingFile !== true }),
      unit: font.fontMatrix?.[0] ?? 0.001,
      vertical: font.vertical ?? false,
      defaultVmetric: font.defaultVMetrics,
    });
  };

  const fontsOf: FontShelf['fontsOf'] = async (page, operators) => {
    for (const key of fontKeys(operators)) {
      if (!loaded.has(key)) put(key, await fontObject(page, key));
    }
    return loaded;
  };

  return { fontsOf, fonts: () => fonts };
}

/** The names under which pdfjs keeps the fonts that a page sets. */
function fontKeys(operators: readonly Operator[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const {
    name,
    args: [first],
  } of operators) {
    if (name === 'setFont') keys.add(String(first));
    if (name !== 'setGState') continue;
    for (const [key, value] of first as readonly (readonly [string, readonly unknown[]])[])
      if (key === 'Font') keys.add(String(value[0]));
  }
  return keys;
}

/** pdfjs hands fonts over by themselves, shortly after the operators that need them. */
const fontObject = (page: PDFPageProxy, key: string): Promise<PdfjsFont> =>
  new Promise((resolve) => {
    page.commonObjs.get(key, resolve);
  });
