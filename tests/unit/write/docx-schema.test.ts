import { expect, test } from 'vitest';
import { whole } from './docx-fixture.ts';
import { all, type Element, parse, partsOf } from './docx-reading.ts';

/** The sequences of WordprocessingML (ISO/IEC 29500-1, annex A) as far as we write them. */
const SEQUENCES: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs ' +
    'suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd ' +
    'snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment ' +
    'textboxTightWrap outlineLvl divId cnfStyle rPr sectPr',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish ' +
    'webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd ' +
    'tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tblBorders': 'top left bottom right insideH insideV',
  'w:tblCellMar': 'top left bottom right',
  'w:tbl': 'tblPr tblGrid tr',
  'w:trPr': 'cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden',
  'w:tr': 'tblPrEx trPr tc',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers',
  'w:tcMar': 'top left bottom right',
  'w:tc': 'tcPr p',
  'w:settings':
    'view zoom displayBackgroundShape mirrorMargins alignBordersAndEdges defaultTabStop autoHyphenation ' +
    'evenAndOddHeaders bookFoldRevPrinting characterSpacingControl printTwoOnOne strictFirstAndLastChars ' +
    'noLineBreaksAfter noLineBreaksBefore savePreviewPicture compat docVars rsids themeFontLang clrSchemeMapping',
  'w:compat': 'compatSetting',
  'w:ftr': 'p',
  'w:p': 'pPr r',
  'w:sectPr':
    'footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign ' +
    'noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
};

test('all elements stand in the order of the WordprocessingML schema', async () => {
  const parts = await partsOf(whole);
  const seen = new Set<string>();
  const check = (element: Element) => {
    const sequence = SEQUENCES[element.name]?.split(' ');
    if (sequence !== undefined) {
      seen.add(element.name);
      const places = element.children.map((child) => sequence.indexOf(child.name.slice(2)));
      expect(places, `${element.name}: ${element.children.map((child) => child.name)}`).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
    // What stands in a run after its properties has no order.
    if (element.name === 'w:r') expect(element.children.findIndex(({ name }) => name === 'w:rPr')).toBeLessThan(1);
    element.children.forEach(check);
  };
  check(parse(parts['word/document.xml'] ?? ''));
  for (const properties of ['w:pPr', 'w:rPr']) {
    for (const element of all(parse(parts['word/styles.xml'] ?? ''), properties)) check(element);
  }
  for (const [name, xml] of Object.entries(parts)) {
    if (/word\/(settings|footer\d+)\.xml/.test(name)) check(parse(xml));
  }
  expect([...seen].sort()).toEqual(Object.keys(SEQUENCES).sort());
});

test('no part names prefixes to be ignored, which the schema does not know', async () => {
  expect(Object.values(await partsOf(whole)).join('')).not.toContain('Ignorable');
});
