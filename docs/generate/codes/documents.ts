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
      meaning: 'PDF 里没有表格。',
      why: '文件没有表格的标签，也没有四面画了线的格子：是一篇文章、扫描的图片，或只画横线的表。',
      how: '用 `--as text` 读文字；扫描件先做文字识别。',
      handling: 'read',
    },
    read('成品.pdf', onePagePdf(), '“成品.pdf”是一页空白的 PDF。', '--as', 'table'),
  ),
  page(
    'D010',
    {
      meaning: 'DOCX 里有看得见而读不出的内容，或者看见的和读到的不是一回事。',
      why: '符号字体里的符号没有通用的字；公式、域、脚注、自动编号不是格子里的字；划掉的字照读，划掉的意思读不出；同一处有几种写法的，各个程序显示的不一样。',
      how: '照看见的样子在 Word 里改成普通的字，再读；划掉的字删去。',
      handling: 'stays',
    },
    read(
      '成品.docx',
      docxOf(table(`<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>`)),
      '格子里有一个 Wingdings 的符号。',
    ),
  ),
  page(
    'D021',
    {
      meaning: 'PDF 里的表格标签不能照着读，改按框线和文字的位置读。',
      why: '标签说的格子有空洞、有重叠，或标签本身残缺；照着读会错位。有的办公软件导出跨页的表时会这样。',
      how: '和原件对一对读出的格子；自己的表重新生成，再读。',
      handling: 'stays',
    },
    read(
      '成品.pdf',
      pdfOf(
        '<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R>>',
        '<</Type/Pages/Kids[3 0 R]/Count 1>>',
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>',
        '<</Length 32>>stream\n10 10 40 40 re 50 10 40 40 re S \nendstream',
        '<</Type/StructTreeRoot/K 6 0 R>>',
        '<</S/Table/P 5 0 R/K[7 0 R 8 0 R]>>',
        '<</S/TR/P 6 0 R/K[<</S/TD/P 7 0 R>><</S/TD/P 7 0 R>>]>>',
        '<</S/TR/P 6 0 R/K[<</S/TD/P 8 0 R>>]>>',
      ),
      '“成品.pdf”的标签说第二行只有一格，第一行有两格。',
      '--as',
      'table',
    ),
  ),
  page(
    'D022',
    {
      meaning: 'PDF 太大，不读。',
      why: '页、字、线多得不像一份表，读下去会占满内存；最多读 5000 页、500 万个字和线。',
      how: '只留要读的那几页，另存一份。',
      handling: 'read',
    },
    read(
      '成品.pdf',
      pdfOf(
        '<</Type/Catalog/Pages 2 0 R>>',
        `<</Type/Pages/Kids[${'3 0 R '.repeat(6000)}]/Count 6000>>`,
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>',
      ),
      '“成品.pdf”有 6000 页。',
      '--as',
      'table',
    ),
  ),
];

/** The smallest PDF with a page. */
function onePagePdf(): Uint8Array {
  return pdfOf(
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>',
  );
}

/** A PDF of these objects, numbered from 1; the first one is the catalog. */
function pdfOf(...objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj${object}endobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  return strToU8(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}` +
      `trailer<</Root 1 0 R/Size ${size}>>\nstartxref\n${text.length}\n%%EOF`,
  );
}
