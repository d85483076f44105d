import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { type CodePage, command, page } from './page.ts';

/** What documents carry: a record of 福田区. */
const yaml = readFileSync('data/福田区/民政局-2024.yaml');
const factsOf = (edition: string): string =>
  JSON.stringify({
    biaoli: 1,
    form: '福田区部门整体支出绩效目标表',
    edition,
    source: { name: '民政局.yaml', sha256: hash('sha256', yaml) },
    print: { sha256: '0'.repeat(64) },
  });

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const body = `<w:document ${W}><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>`;
const bare = zipSync({ 'word/document.xml': strToU8(body) });

/** A document of one word with something in its custom XML. */
const carrying = (facts: string, source: string): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(body),
    'customXml/item1.xml': strToU8(
      `<document xmlns="urn:biaoli:source:1"><facts>${facts}</facts><source>${source}</source></document>`,
    ),
  });

const carryingRecord = (edition: string): Uint8Array => carrying(factsOf(edition), yaml.toString('base64'));

/** A PDF of these objects, numbered from 1, the first of which is the catalog. */
function pdfOf(...objects: readonly (string | Uint8Array)[]): Uint8Array {
  const parts: Uint8Array[] = [strToU8('%PDF-1.7\n')];
  const places: string[] = [];
  const add = (part: string | Uint8Array) => parts.push(typeof part === 'string' ? strToU8(part, true) : part);
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  for (const [i, object] of objects.entries()) {
    places.push(`${String(length()).padStart(10, '0')} 00000 n \n`);
    add(`${i + 1} 0 obj`);
    add(object);
    add('endobj\n');
  }
  const start = length();
  const size = objects.length + 1;
  add(`xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer<</Root 1 0 R/Size ${size}>>\n`);
  add(`startxref\n${start}\n%%EOF`);
  return Uint8Array.from(Buffer.concat(parts));
}

const stream = (bytes: Uint8Array): Uint8Array =>
  Uint8Array.from(
    Buffer.concat([Buffer.from(`<</Length ${bytes.length}>>stream\n`), bytes, Buffer.from('\nendstream ')]),
  );

/** A PDF with the record inside and a page that bears nothing but a stamp. */
const stamped = pdfOf(
  '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(biaoli.json)4 0 R(biaoli.yaml)5 0 R]>>>>>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[<</Type/Annot/Subtype/Stamp/Rect[9 9 99 99]>>]>>',
  '<</Type/Filespec/F(a)/EF<</F 6 0 R>>>>',
  '<</Type/Filespec/F(b)/EF<</F 7 0 R>>>>',
  stream(strToU8(factsOf('2024-1'))),
  stream(yaml),
);

const verify = (name: string, bytes: Uint8Array, shows: string) =>
  command(['verify', `./${name}`], { [name]: bytes }, { shows });
const yamlOf = (name: string, bytes: Uint8Array, shows: string) =>
  command(['read', `./${name}`, '--as', 'yaml'], { [name]: bytes }, { shows });

/** D031 and on: what documents carry, and whether they print it. */
export const carriedPages: readonly CodePage[] = [
  page(
    'D031',
    {
      meaning: '文件里没有带着生成它的数据（YAML）。',
      why: '没有数据，就取不出来，也没有什么可以拿来和印的核对。',
      how: '表里生成的 PDF、DOCX 都带着数据，除非用了 `--no-source` 或 `--pdf a2a`。别的程序另存过的可能丢了：找原来的一份。',
      handling: 'read',
    },
    yamlOf('成品.docx', bare, '“成品.docx”是别的程序做的。'),
  ),
  page(
    'D032',
    {
      meaning: '文件里带的数据坏了，或者和生成时记下的摘要对不上。',
      why: '坏了的数据不能当作原来的数据用。',
      how: '找生成的人要原来的一份。只想看看里面有什么，可以用 PDF 阅读器的附件栏打开。',
      handling: 'read',
    },
    yamlOf('成品.docx', carrying('{}', '5Lmd'), '“成品.docx”带的说明里什么也没有。'),
  ),
  page(
    'D034',
    {
      meaning: '核对（`biaoli verify`）时，印的和带的数据排出来的不一样。',
      why: '印的改过，或者数据改过：两样里至少有一样不是生成时的。',
      how: '不要用这一份；找生成的人要原来的一份。数据要改的，改了 YAML 再生成一次。',
      handling: 'read',
    },
    verify('成品.docx', carryingRecord('2024-1'), '“成品.docx”带着一份数据，印的却只有一个字。'),
  ),
  page(
    'D035',
    {
      meaning: '核对（`biaoli verify`）时，印的、带的数据、生成时记下的摘要，三样对不上；话里说的是哪一样。',
      why: '三样里两样一致、一样不同，不同的那一样多半就是后来改过的。',
      how: '不要用这一份；找生成的人要原来的一份来比。',
      handling: 'read',
    },
    verify('成品.docx', carryingRecord('2024-1'), '“成品.docx”印的、带的数据、记下的摘要，互相都对不上。'),
  ),
  page(
    'D036',
    {
      meaning: '核对（`biaoli verify`）时，页上有程序读不出的东西：批注、印章、图片、色块、看不见的字。',
      why: '它们可能盖住格子里的字，也可能只是盖了一个章；程序看不出来。',
      how: '用 PDF 阅读器看清楚，它们没有盖住、换掉格子里的字。',
      handling: 'stays',
    },
    verify('成品.pdf', stamped, '“成品.pdf”上盖了一个章。'),
  ),
  page(
    'D037',
    {
      meaning: '核对（`biaoli verify`）要用生成时的那一版表，手边没有。',
      why: '换一版表，排出来的就不一样，比不出改没改过。',
      how: '用 `--templates` 指明有这一版的模板文件夹；各版的表都留着，放在 `名称@版本` 的文件夹里。',
      handling: 'read',
    },
    verify('成品.docx', carryingRecord('1999'), '“成品.docx”是用 1999 版的表生成的。'),
  ),
];
