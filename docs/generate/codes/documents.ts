import { strToU8, zipSync } from 'fflate';
import { type CodePage, command, page } from './page.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docxOf = (body: string): Uint8Array =>
  zipSync({ 'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`) });
const paragraph = '<w:p><w:r><w:t>甲</w:t></w:r></w:p>';
const table = (content: string): string => `<w:tbl><w:tr><w:tc>${content}</w:tc></w:tr></w:tbl>`;

/** A package whose directory says that its part is some gigabytes when unpacked. */
function bomb(): Uint8Array {
  const bytes = docxOf(paragraph);
  const view = new DataView(bytes.buffer);
  const directory = view.getUint32(bytes.length - 22 + 16, true);
  view.setUint32(directory + 24, 0x7fffffff, true);
  return bytes;
}

/** A PDF that asks for a password, as far as a reader must look to find that out. */
const locked = strToU8(
  [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj',
    `3 0 obj<</Filter/Standard/V 1/R 2/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>/P -4>>endobj`,
    `trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<${'43'.repeat(16)}><${'43'.repeat(16)}>]/Size 4>>`,
    '%%EOF',
  ].join('\n'),
);

const read = (name: string, bytes: Uint8Array | string, shows: string, ...more: readonly string[]) =>
  command(['read', `./${name}`, ...more], { [name]: bytes }, { shows });

/** D: documents that are read back. */
export const documentPages: readonly CodePage[] = [
  page(
    'D001',
    {
      meaning: '文件不是 DOCX。',
      why: '只读 .docx；旧的 .doc、改了后缀的文件都读不了。',
      how: '用 Word 或 WPS 打开，另存为 .docx。',
      handling: 'read',
    },
    read('成品.docx', '这是文本\n', '“成品.docx”其实是文本文件。'),
  ),
  page(
    'D002',
    {
      meaning: 'DOCX 损坏了。',
      why: '下载或复制没有完成的文件，里面缺东西。',
      how: '重新下载或复制；能用 Word 打开的，另存一份再读。',
      handling: 'read',
    },
    read('成品.docx', docxOf(paragraph).slice(0, 60), '“成品.docx”只有前 60 个字节。'),
  ),
  page(
    'D003',
    { meaning: '文件不是 PDF。', why: '后缀是 .pdf，内容却不是。', how: '换成真正的 PDF 文件。', handling: 'read' },
    read('成品.pdf', '这是文本\n', '“成品.pdf”其实是文本文件。'),
  ),
  page(
    'D004',
    {
      meaning: 'PDF 损坏了。',
      why: '下载或复制没有完成的文件，里面缺东西。',
      how: '重新下载或复制。',
      handling: 'read',
    },
    read('成品.pdf', '%PDF-1.7\n%%EOF', '“成品.pdf”只有头和尾。'),
  ),
  page(
    'D005',
    {
      meaning: 'PDF 加了密，要口令才能打开。',
      why: '没有口令，里面的字读不出来。',
      how: '用口令打开，另存一份不加密的。',
      handling: 'read',
    },
    read('成品.pdf', locked, '“成品.pdf”要口令。'),
  ),
  page(
    'D006',
    {
      meaning: 'DOCX 解开以后大得不像话。',
      why: '不大的压缩包可以解成几个 GB，拖住电脑；报表的 DOCX 解开只有几百 KB。',
      how: '用 Word 打开，另存一份再读；来路不明的不要打开。',
      handling: 'read',
    },
    read('成品.docx', bomb(), '“成品.docx”自称解开以后有 2 GB。'),
  ),
  page(
    'D007',
    {
      meaning: '表格的格子里又套了表格，里面那张的文字并进了外面的格子。',
      why: '一行一行印出来时，套着的表没有自己的位置。',
      how: '把里面的表移到外面，再读。',
      handling: 'stays',
    },
    read('成品.docx', docxOf(table(table(paragraph) + paragraph)), '格子里套了一张表。'),
  ),
  page(
    'D008',
    {
      meaning: '文本框里的字没有读。',
      why: '文本框浮在页面上，不在正文的次序里。',
      how: '把文本框里的字移到正文或格子里，再读。',
      handling: 'stays',
    },
    read(
      '成品.docx',
      docxOf(`<w:p><w:r><w:pict><w:txbxContent>${paragraph}</w:txbxContent></w:pict></w:r></w:p>${paragraph}`),
      '有一个文本框。',
    ),
  ),
  page(
    'D009',
    {
      meaning: '从 PDF 里还读不出合并了格子的表。',
      why: 'PDF 里只有线和字，跨页的格子分不清原来是一个还是两个；程序不猜。',
      how: '读同时生成的 DOCX，或用 `--as text` 读文字。',
      handling: 'read',
    },
    read('成品.pdf', onePagePdf(), '“成品.pdf”是一页 PDF。', '--as', 'table'),
  ),
];

/** The smallest PDF with a page. */
function onePagePdf(): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj${object}endobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  return strToU8(
    `${text}xref\n0 4\n0000000000 65535 f \n${places.join('')}trailer<</Root 1 0 R/Size 4>>\nstartxref\n${start}\n%%EOF`,
  );
}
