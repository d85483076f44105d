import { strToU8, zipSync } from 'fflate';
import { type CodePage, command, page } from './page.ts';

const formYaml = `表: 示例表
版本: '1'
字段:
  部门名称: { 类型: 文字, 必填: 是, 可空: 否 }
  起: 文字
  止: 文字
  备注: 文字
  任务: { 类型: 列表, 单位: 万元, 字段: { 名称: 文字, 内容: 段落, 金额: 金额 } }
  合计: { 类型: 金额, 单位: 万元, 求和: 任务.金额 }
  绩效指标: { 类型: 指标, 体系: '2015', 列: { 三级指标: 文字, 年度值: 指标值 } }
`;

const formHbs = `<form>
<title>{{部门名称}}示例表</title>
<table>
  <band columns="30 70">
    <row><label>部门名称</label><cell>{{部门名称}}</cell></row>
    <row><label>起止</label><cell>{{起}}至{{止}}</cell></row>
    <row><label>备注</label><cell>{{备注}}</cell></row>
    {{#if 备注}}<row><label>备注附后</label><cell>是</cell></row>{{/if}}
  </band>
  <band columns="30 40 30">
    {{#each 任务}}<row><cell>{{名称}}</cell><cell>{{内容}}</cell><cell>{{金额}}</cell></row>{{/each}}
    <row><label span="2">合计</label><cell>{{合计}}</cell></row>
  </band>
  <band columns="20 20 40 20">
    {{> 指标 指标=绩效指标 编号=false}}
  </band>
</table>
</form>
`;

const record = `表: 示例表
部门名称: 甲局
起: 一月
止: 三月
任务: [{ 名称: 买书, 内容: 买一批书, 金额: 3 }]
绩效指标:
  产出指标:
    数量指标:
      - { 三级指标: 册数, 年度值: ≥10册 }
`;

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (text: string, span = 1): string =>
  `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${text.split('\n').map(paragraph).join('')}</w:tc>`;
const row = (...cells: readonly string[]): string => `<w:tr>${cells.map((text) => cell(text)).join('')}</w:tr>`;

/** What the record prints, as Word would have it. */
const printed =
  paragraph('甲局示例表') +
  `<w:tbl>${row('部门名称', '甲局')}${row('起止', '一月至三月')}${row('备注', '')}` +
  row('买书', '买一批书', '3') +
  `<w:tr>${cell('合计', 2)}${cell('3')}</w:tr>` +
  `${row('产出指标', '数量指标', '册数', '≥10册')}</w:tbl>`;

/** The DOCX after a text of it was put in the place of another. */
function edited(from: string, to: string): Uint8Array {
  if (!printed.includes(from)) throw new Error(`the example prints no ${from}`);
  const body = printed.replace(from, () => to);
  return zipSync({ 'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`) });
}

const pulled = (bytes: Uint8Array, shows: string) =>
  command(
    ['pull', './改过.docx', './甲局.yaml', '--templates', './templates'],
    {
      'templates/示例表/form.yaml': formYaml,
      'templates/示例表/form.hbs': formHbs,
      '甲局.yaml': record,
      '改过.docx': bytes,
    },
    { shows },
  );

const text = (content: string): string => `<w:t>${content}</w:t>`;
const changed = (from: string, to: string, shows: string) => pulled(edited(text(from), text(to)), shows);

/** P: tables that were edited in Word. */
export const pullPages: readonly CodePage[] = [
  page(
    'P001',
    {
      meaning: '在 Word 里改了表上固定的字：栏目、标题里的字。',
      why: '这些字是模板印的，不在数据里；改了数据也改不了它们。',
      how: '在 Word 里改回原来的字；表上的字真要改，请管理模板的人改 form.hbs。',
      handling: 'pull',
    },
    changed('起止', '起讫', '栏目“起止”在 Word 里改成了“起讫”。'),
  ),
  page(
    'P002',
    {
      meaning: '在 Word 里改了程序算出来的数，和各项加起来的不一样。',
      why: '合计由各项求出，各项没有改，合计就不会变；程序不猜是哪一项错了。',
      how: '改各项，合计随之而变；确实要另填一个合计，在 YAML 里写出这一项。',
      handling: 'pull',
    },
    pulled(
      edited(`${cell('合计', 2)}${cell('3')}`, `${cell('合计', 2)}${cell('5')}`),
      '合计在 Word 里由 3 改成了 5，各项没有改。',
    ),
  ),
  page(
    'P003',
    {
      meaning: '改成的内容不合这一项的类型：金额里有汉字，必填的空着，有不能用的字符。',
      why: '这样写进去，数据就检查不过。',
      how: '在 Word 里照这一项的类型改好：金额只写数字，单位照表上的。',
      handling: 'pull',
    },
    changed('3', '3万', '金额在 Word 里由 3 改成了“3万”。'),
  ),
  page(
    'P004',
    {
      meaning: '表里有一行或一格，看不出是这张表的哪一行、哪一项；或者少了固定的一行。',
      why: '插进去的行、合并或拆开的格子，如果和表上的样子对不上，就不知道该写到哪里。',
      how: '格子照原来的样子改回去；多出来的行删去；要另加内容，填进表上有的行。',
      handling: 'pull',
    },
    pulled(edited(row('备注', ''), row('备注', '') + row('甲', '乙', '丙', '丁', '戊')), '表里插了一行，有五格。'),
  ),
  page(
    'P005',
    {
      meaning: '同一项在表上印了几处，在 Word 里改得不一样。',
      why: '数据里只有一处，不知道听哪一处的。',
      how: '几处改成一样的，或者直接改 YAML。',
      handling: 'pull',
    },
    changed('甲局示例表', '乙局示例表', '标题里的“甲局”改成了“乙局”，表里的没有改。'),
  ),
  page(
    'P006',
    {
      meaning: '改成的内容有几种读法。',
      why: '一格里印了几项，改过以后分不清哪些字是哪一项的；或者一行可以算作表上不同地方的行。程序不猜。',
      how: '这一处直接改 YAML。',
      handling: 'pull',
    },
    changed('一月至三月', '甲至乙至丙', '“一月至三月”是“起”“止”两项，在 Word 里改成了“甲至乙至丙”。'),
  ),
  page(
    'P007',
    {
      meaning: '指标的名目不在体系里，或者同一个名目分成了两处。',
      why: '名目是数据里的键，只能用体系里有的，一个名目只有一处。',
      how: '在 Word 里改成体系里的名目；两处并成一处。',
      handling: 'pull',
    },
    changed('数量指标', '多少指标', '“数量指标”在 Word 里改成了“多少指标”。'),
  ),
  page(
    'P008',
    {
      meaning: 'DOCX 里有修订记录，读的是全部接受以后的样子。',
      why: '修订没有定，谁也不知道最后留哪些；按最常见的办法，插入的算，删去的不算。',
      how: '在 Word 的“审阅”里接受或拒绝全部修订，再写回。',
      handling: 'stays',
    },
    pulled(
      edited('<w:r><w:t>一月至三月', '<w:ins w:id="1"><w:r><w:t>约</w:t></w:r></w:ins><w:r><w:t>一月至三月'),
      '“一月”前面用修订插入了“约”字。',
    ),
  ),
  page(
    'P009',
    {
      meaning: '照改动写进数据以后，印出来的和 DOCX 里的不一样，所以没有写。',
      why: '写回以后要能印出改过的那张表。有的模板看内容决定印哪些行：内容变了，行也变，而 DOCX 里没有跟着变。',
      how: '这些改动直接写进 YAML。',
      handling: 'pull',
    },
    pulled(
      edited(row('备注', ''), row('备注', '有')),
      '“备注”填了字。这张表的模板在备注有字时多印一行，DOCX 里没有那一行。',
    ),
  ),
  page(
    'P010',
    {
      meaning: '格子里套了另一张表。',
      why: '里面那张表的字属于哪一项，看不出来。',
      how: '把里面的字移到外面的格子里，删去里面的表，再写回。',
      handling: 'pull',
    },
    pulled(edited(paragraph('买一批书'), `<w:tbl>${row('买一批书')}</w:tbl><w:p/>`), '一格里套了一张表。'),
  ),
  page(
    'P011',
    {
      meaning: 'DOCX 里的表不像是这份数据印的。',
      why: '给错了文件，写回去会毁了数据。',
      how: '看看 DOCX 和 YAML 是不是同一份。',
      handling: 'pull',
    },
    pulled(
      zipSync({
        'word/document.xml': strToU8(`<w:document ${W}><w:body>${paragraph('会议通知')}</w:body></w:document>`),
      }),
      '“改过.docx”是一份会议通知。',
    ),
  ),
  page(
    'P012',
    {
      meaning: '数据里这一处的写法太特别，改动插不进去。',
      why: '例如整列写在一行的方括号里，而新的内容有几段：方括号里放不下几段。',
      how: '用 `biaoli fmt` 整理这份数据，再写回。',
      handling: 'pull',
    },
    pulled(
      edited(cell('买一批书'), cell('买一批书。\n再买一批。')),
      '“任务”在数据里写成一行的方括号，内容在 Word 里改成了两段。',
    ),
  ),
  page(
    'P013',
    {
      meaning:
        '一格里有看得见而读不出的内容：划掉的字（删除线）、符号字体里的符号、公式、域（程序自己算的字）、脚注、自动编号。',
      why: '划掉的字算不算、符号是哪个字、编号要不要写进去，程序不猜；这一格的改动不写。',
      how: '照看见的样子在 Word 里改成普通的字，划掉的字删去，编号打成字，再写回。',
      handling: 'pull',
    },
    pulled(
      edited(text('≥10册'), `<w:rPr><w:strike/></w:rPr>${text('≥10册')}</w:r><w:r>${text('≥12册')}`),
      '“≥10册”在 Word 里划掉了，后面写了“≥12册”。',
    ),
  ),
];
