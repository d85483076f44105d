import { type Runs, run } from './plain-docx.ts';

/** Numbers that look random, always the same for one seed. */
export function coins(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 16;
  };
}

/** Runs as Word and WPS leave them: split anywhere, marked, wrapped, tracked, with blanks behind. */
export function noisyRuns(seed: number): Runs {
  const coin = coins(seed);
  return (text) => {
    const characters = [...text];
    let xml = '';
    while (characters.length > 0) xml += wrap(run(characters.splice(0, 1 + (coin() % 6)).join('')), coin());
    if (coin() % 4 === 0) xml += run(' ');
    return `<w:pPr><w:rPr><w:rFonts/></w:rPr></w:pPr>${xml}`;
  };
}

function wrap(xml: string, coin: number): string {
  switch (coin % 9) {
    case 0:
      return `<w:proofErr w:type="spellStart"/>${xml}<w:proofErr w:type="spellEnd"/>`;
    case 1:
      return `<w:smartTag w:uri="a" w:element="b">${xml}</w:smartTag>`;
    case 2:
      return `<w:bookmarkStart w:id="1" w:name="_a"/>${xml}<w:bookmarkEnd w:id="1"/>`;
    case 3:
      return `<w:sdt><w:sdtPr/><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;
    case 4:
      return `<w:hyperlink w:anchor="a">${xml}</w:hyperlink>`;
    case 5:
      return `<w:ins w:id="2">${xml}</w:ins><w:del w:id="3"><w:r><w:delText>删</w:delText></w:r></w:del>`;
    case 6:
      return xml.replace('<w:r>', '<w:r w:rsidR="00A1"><w:rPr><w:lang w:eastAsia="zh-CN"/></w:rPr>');
    default:
      return xml;
  }
}
