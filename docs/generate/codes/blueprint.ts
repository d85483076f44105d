import { readFileSync } from 'node:fs';
import { type CodePage, files, page, patches, records } from './page.ts';

const FACES = '我的字库/faces.yaml';

/** B: form.yaml and what forms share. */
export const blueprintPages: readonly CodePage[] = [
  page(
    'B001',
    {
      meaning: '没有数据里“表:”后面写的这张表。',
      why: '表名要和 `templates/` 里的文件夹名一样；`biaoli forms` 列出有哪些表。',
    },
    records('表: 事例表\n年度: 2024\n部门名称: 甲局\n', '表: 示例表\n年度: 2024\n部门名称: 甲局\n'),
  ),
  page(
    'B002',
    { meaning: 'form.yaml 里缺了必须有的一项。', why: '例如每个字段都要有类型：类型定了能写什么、怎样检查。' },
    patches('form', ['  单位数: 个数', '  单位数: { 必填: 是 }']),
  ),
  page(
    'B003',
    { meaning: 'form.yaml 里有不认识的词。', why: '打错的设置不会生效；不提醒，就以为改好了。' },
    patches('form', ['{ 类型: 文字, 必填: 是, 可空: 否 }', '{ 类型: 文字, 必添: 是, 可空: 否 }']),
  ),
  page(
    'B004',
    { meaning: 'form.yaml、faces.yaml 或 `共用/` 里有一个值不对。', why: '纸张、字号、类型等各有能写的词和范围。' },
    patches('form', ['  单位数: 个数', '  单位数: 个树']),
  ),
  page(
    'B005',
    { meaning: '`沿用` 或 `同` 指的地方没有，或者绕回了自己。', why: '沿用是接过另一张表的字段和设置，那张表要先在。' },
    patches('form', ['适用年度: [2024]', '适用年度: [2024]\n沿用: 共用/广西']),
  ),
  page(
    'B006',
    {
      meaning: '这张表没有适用于这一年的版本。',
      why: '表样一年一变；去年的数据仍按去年的表印，新的一年要先有新的版本。',
    },
    records('表: 示例表\n年度: 2031\n部门名称: 甲局\n', '表: 示例表\n年度: 2024\n部门名称: 甲局\n'),
  ),
  page(
    'B007',
    {
      meaning: '表里写的字体，fonts/faces.yaml 里没有。',
      why: '字体的名字在 faces.yaml 里定：哪种字体用哪些字库文件。',
    },
    patches('form', ['适用年度: [2024]', '适用年度: [2024]\n字: { 正文: 彷宋 五号 16pt }']),
  ),
  page(
    'B008',
    {
      meaning: 'faces.yaml 里写的字库文件不在。',
      why: '文件要放在 faces.yaml 的旁边，名字一字不差，连大小写和 .ttf。',
    },
    files({ [FACES]: '仿宋: { 文件: [仿宋_GB2312.ttf] }\n' }, { [FACES]: '仿宋: { 文件: [仿宋.otf] }\n' }),
  ),
  page(
    'B009',
    {
      meaning: '字库文件打不开：损坏了，或者不是字库。',
      why: '要 .ttf、.otf 或 .ttc 字库；下载不完整的、改了后缀的都用不了。',
    },
    files(
      { [FACES]: '仿宋: { 文件: [我的仿宋.ttf] }\n', '我的字库/我的仿宋.ttf': '这不是字库\n' },
      { [FACES]: '仿宋: { 文件: [仿宋.otf] }\n' },
    ),
  ),
  page(
    'B010',
    {
      meaning: '字库文件里标着“不许嵌入”。',
      why: 'PDF 要把用到的字嵌在里面，别的电脑才能一样地打开；能不能嵌入看授权书。',
      handling: 'stays',
    },
    files(
      { [FACES]: '仿宋: { 文件: [某某仿宋.ttf] }\n', '我的字库/某某仿宋.ttf': restrictedFont() },
      { [FACES]: '仿宋: { 文件: [仿宋.otf] }\n' },
    ),
  ),
];

/** One of our own fonts with the mark that forbids embedding (OS/2 fsType 2). */
function restrictedFont(): Uint8Array {
  const bytes = new Uint8Array(readFileSync('fonts/仿宋-补.ttf'));
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const entry = 12 + 16 * i;
    // The table of this tag is «OS/2».
    if (view.getUint32(entry) === 0x4f532f32) view.setUint16(view.getUint32(entry + 8) + 8, 2);
  }
  return bytes;
}
