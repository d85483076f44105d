import { Document, Packer } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import type { FaceTable, Paper, Styles } from '../../../base/index.ts';
import { prohibitions } from '../../../text/index.ts';
import { type Entry, sharedEntry } from './archive.ts';
import { linkedFromDocument, propertiesEntries, propertiesOverride } from './enclosed.ts';
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
/** Names prefixes that no part of ours uses; the schema of WordprocessingML itself does not know the attribute. */
const IGNORABLE = / mc:Ignorable="[^"]*"/;
const UNUSED = /<(Relationship|Override) [^>]*(numbering|footnotes|endnotes|custom)\.xml"[^>]*\/>/g;

/** What `docx` has no option for, of all paragraphs: no hanging punctuation, a gap between Han and Western characters. */
const PARAGRAPH_RULES =
  '<w:kinsoku/><w:overflowPunct w:val="0"/><w:autoSpaceDE/><w:autoSpaceDN/><w:snapToGrid w:val="0"/>';
const PARAGRAPH_DEFAULTS = `<w:pPrDefault><w:pPr>${PARAGRAPH_RULES}</w:pPr></w:pPrDefault>`;

/** What a skeleton is for besides styles. */
type Wishes = {
  readonly folios: ReadonlySet<Folio>;
  readonly mirrored: boolean;
  /** The faces that the document uses besides those of its roles. */
  readonly others: readonly string[];
  /** Whether the document carries an enclosure. */
  readonly carries: boolean;
};

const LARGEST_CACHE = 32;
const cache = new Map<string, Promise<Skeleton>>();

/** The skeleton of a document; `docx` takes some 40 ms for one, so each is made once in a process. */
export function skeletonFor(
  styles: Styles,
  faces: FaceTable,
  { folios, mirrored, others, carries }: Wishes,
): Promise<Skeleton> {
  const kinds = [...folios].sort();
  const key = JSON.stringify([
    kinds,
    mirrored,
    others,
    carries,
    ROLES.map((role) => [deskName(faces, styles[role].face), styles[role].size, styles[role].pitch]),
  ]);
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= LARGEST_CACHE) cache.clear();
  const made = makeSkeleton(styles, faces, { kinds, mirrored, others, carries });
  cache.set(key, made);
  return made;
}

async function makeSkeleton(
  styles: Styles,
  faces: FaceTable,
  { kinds, mirrored, others, carries }: Omit<Wishes, 'folios'> & { readonly kinds: readonly Folio[] },
): Promise<Skeleton> {
  const numbered = kinds.includes('gbt9704');
  const sections = kinds.map((kind) => ({
    children: [],
    ...(numbered ? { footers: kind === 'gbt9704' ? folioFooters(styles.folio) : emptyFooters() } : {}),
  }));
  const names = [
    ...new Set([...ROLES.map((role) => styles[role].face), ...others].map((face) => deskName(faces, face))),
  ];
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
    entries: [...patchedEntries(files, { names, mirrored, carries }), ...(carries ? propertiesEntries() : [])],
    footers: { gbt9704: '', none: '', cover: '', ...byKind },
  };
}

/** The footer references of each section, in order. */
const footerReferences = (documentXml: string): string[] =>
  [...documentXml.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gs)].map(([section]) =>
    [...section.matchAll(/<w:footerReference [^>]*\/>/g)].map(([reference]) => reference).join(''),
  );

type PatchWishes = Pick<Wishes, 'mirrored' | 'carries'> & { readonly names: readonly string[] };

/** The files of the package with what `docx` cannot say, the table of contents first. */
function patchedEntries(files: Readonly<Record<string, Uint8Array>>, wishes: PatchWishes): Entry[] {
  const kept = Object.keys(files).filter((name) => !LEFT_OUT.test(name));
  return kept.sort().map((name) => {
    const xml = strFromU8(files[name] as Uint8Array).replace(IGNORABLE, '');
    return sharedEntry(name, patch(name, xml, wishes));
  });
}

function patch(name: string, xml: string, { names, mirrored, carries }: PatchWishes): string {
  switch (name) {
    case 'word/styles.xml':
      // LibreOffice takes the rules from a style and not from the defaults.
      return replaceOnce(xml, '<w:pPrDefault/>', PARAGRAPH_DEFAULTS).replaceAll(
        '<w:pPr><w:spacing',
        `<w:pPr>${PARAGRAPH_RULES}<w:spacing`,
      );
    case 'word/settings.xml':
      return settings(xml, mirrored);
    case 'word/fontTable.xml':
      return xml.replace(/\/>$/, () => `>${names.map(fontEntry).join('')}</w:fonts>`);
    case '[Content_Types].xml':
      return withLast(xml.replace(UNUSED, ''), '</Types>', carries ? propertiesOverride : '');
    case 'word/_rels/document.xml.rels':
      return withLast(xml.replace(UNUSED, ''), '</Relationships>', carries ? linkedFromDocument : '');
    default:
      return xml.replace(UNUSED, '');
  }
}

/** Order in CT_Settings: mirrorMargins, evenAndOddHeaders, characterSpacingControl, noLineBreaks…, compat. */
function settings(xml: string, mirrored: boolean): string {
  const { end, start } = prohibitions();
  const rules =
    '<w:characterSpacingControl w:val="compressPunctuation"/>' +
    `<w:noLineBreaksAfter w:lang="zh-CN" w:val="${escapeXml(end)}"/>` +
    `<w:noLineBreaksBefore w:lang="zh-CN" w:val="${escapeXml(start)}"/>`;
  const ruled = replaceOnce(xml, '<w:compat>', `${rules}<w:compat>`);
  return mirrored ? replaceOnce(ruled, '<w:defaultTabStop', '<w:mirrorMargins/><w:defaultTabStop') : ruled;
}

/** Character set 134 (GB 2312) makes Word choose a Chinese font where a desk lacks this one. */
const fontEntry = (name: string): string =>
  `<w:font w:name="${escapeXml(name)}"><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`;

const withLast = (xml: string, end: string, more: string): string => replaceOnce(xml, end, more + end);

function replaceOnce(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the docx library no longer writes ${from}`);
  return text.replace(from, () => to);
}
