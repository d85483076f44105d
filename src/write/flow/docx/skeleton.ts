import { Document, Packer } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import type { FaceTable, Paper, Styles } from '../../../base/index.ts';
import { type Entry, packEntry } from './archive.ts';
import { emptyFooters, folioFooters } from './footer.ts';
import { deskName, paragraphStyles, ROLES, runFont } from './styles.ts';
import { escapeXml } from './xml.ts';

type Folio = Paper['folio'];

/** What documents of the same styles share: the package without its text, and the references to its footers. */
export type Skeleton = {
  /** All files but `word/document.xml` and `docProps/core.xml`. */
  readonly entries: readonly Entry[];
  /** The `w:footerReference` elements of a section, by its kind of page number. */
  readonly footers: Readonly<Record<Folio, string>>;
};

/** Files that differ from document to document, or that no document of ours needs. */
const LEFT_OUT =
  /^(word\/(document|numbering|footnotes|endnotes)\.xml|docProps\/(core|custom)\.xml|word\/_rels\/(?!document).*)$/;
const UNUSED = /<(Relationship|Override) [^>]*(numbering|footnotes|endnotes|custom)\.xml"[^>]*\/>/g;

/** What `docx` has no option for, of all paragraphs. No hanging punctuation, and no gap that measuring does not know. */
const PARAGRAPH_RULES =
  '<w:kinsoku/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>';
const PARAGRAPH_DEFAULTS = `<w:pPrDefault><w:pPr>${PARAGRAPH_RULES}</w:pPr></w:pPrDefault>`;

const LARGEST_CACHE = 32;
const cache = new Map<string, Promise<Skeleton>>();

/** The skeleton of a document; `docx` takes some 40 ms for one, so each is made once in a process. */
export function skeletonFor(styles: Styles, faces: FaceTable, folios: ReadonlySet<Folio>): Promise<Skeleton> {
  const kinds = [...folios].sort();
  const key = JSON.stringify([
    kinds,
    ROLES.map((role) => [deskName(faces, styles[role].face), styles[role].size, styles[role].pitch]),
  ]);
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= LARGEST_CACHE) cache.clear();
  const made = makeSkeleton(styles, faces, kinds);
  cache.set(key, made);
  return made;
}

async function makeSkeleton(styles: Styles, faces: FaceTable, kinds: readonly Folio[]): Promise<Skeleton> {
  const numbered = kinds.includes('gbt9704');
  const sections = kinds.map((kind) => ({
    children: [],
    ...(numbered ? { footers: kind === 'gbt9704' ? folioFooters(styles.folio) : emptyFooters() } : {}),
  }));
  const names = [...new Set(ROLES.map((role) => deskName(faces, styles[role].face)))];
  const made = new Document({
    sections,
    evenAndOddHeaderAndFooters: numbered,
    compatibility: { version: 15 },
    styles: {
      default: {
        document: {
          run: {
            font: runFont(deskName(faces, styles.cell.face)),
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
        },
      },
      paragraphStyles: paragraphStyles(styles, faces),
    },
  });
  const files = unzipSync(await Packer.pack(made, 'uint8array'));
  const references = footerReferences(strFromU8(files['word/document.xml'] as Uint8Array));
  const byKind = Object.fromEntries(kinds.map((kind, i) => [kind, references[i] ?? '']));
  return {
    entries: patchedEntries(files, names),
    footers: { gbt9704: '', none: '', ...byKind },
  };
}

/** The footer references of each section, in order. */
const footerReferences = (documentXml: string): string[] =>
  [...documentXml.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gs)].map(([section]) =>
    [...section.matchAll(/<w:footerReference [^>]*\/>/g)].map(([reference]) => reference).join(''),
  );

/** The files of the package with what `docx` cannot say, the table of contents first. */
function patchedEntries(files: Readonly<Record<string, Uint8Array>>, fontNames: readonly string[]): Entry[] {
  const kept = Object.keys(files).filter((name) => !LEFT_OUT.test(name));
  return kept.sort().map((name) => packEntry(name, patch(name, strFromU8(files[name] as Uint8Array), fontNames)));
}

function patch(name: string, xml: string, fontNames: readonly string[]): string {
  switch (name) {
    case 'word/styles.xml':
      // LibreOffice takes the rules from a style and not from the defaults.
      return replaceOnce(xml, '<w:pPrDefault/>', PARAGRAPH_DEFAULTS).replaceAll(
        '<w:pPr><w:spacing',
        `<w:pPr>${PARAGRAPH_RULES}<w:spacing`,
      );
    case 'word/settings.xml':
      return replaceOnce(xml, '<w:compat>', '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>');
    case 'word/fontTable.xml':
      return xml.replace(/\/>$/, `>${fontNames.map(fontEntry).join('')}</w:fonts>`);
    default:
      return xml.replace(UNUSED, '');
  }
}

/** Character set 134 (GB 2312) makes Word choose a Chinese font where a desk lacks this one. */
const fontEntry = (name: string): string =>
  `<w:font w:name="${escapeXml(name)}"><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`;

function replaceOnce(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the docx library no longer writes ${from}`);
  return text.replace(from, to);
}
