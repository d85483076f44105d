import { readFileSync } from 'node:fs';
import { type CodePage, command, page } from './page.ts';

const sound = '表: 示例表\n年度: 2024\n部门名称: 甲局\n';

/** E: files and the environment. */
export const filePages: readonly CodePage[] = [
  page(
    'E001',
    {
      meaning: '命令里写的文件或文件夹不存在。',
      why: '没有这份数据，就没有什么可做。',
      how: '照文件夹里的名字写；名字里有空格的，用引号括起来。',
      handling: 'read',
    },
    command(
      ['check', './data/民政剧.yaml'],
      { 'data/民政局.yaml': sound },
      { shows: '文件夹 data 里只有 民政局.yaml。' },
    ),
  ),
  page(
    'E002',
    {
      meaning: '文件在，可是读不了：没有权限，被别的程序占着，或者不是普通文件。',
      why: '读不到内容，就不能检查。',
      how: '关掉正打开它的程序，请文件的主人开放读的权限，或者复制一份到自己的文件夹。',
      handling: 'read',
    },
    command(['read', './成品.docx'], { '成品.docx/': '' }, { shows: '“成品.docx”是一个文件夹。' }),
  ),
  page(
    'E003',
    {
      meaning: '文件比一份数据大得多。',
      why: '一份数据只有几十 KB；超过 5 MB 的，多半选错了文件。',
      how: '一个部门一年的内容分一个文件。',
      handling: 'read',
    },
    command(
      ['check', './data/全市.yaml'],
      { 'data/全市.yaml': new Uint8Array(6 * 1024 * 1024).fill(0x20) },
      { shows: '文件 data/全市.yaml 有 6 MB。' },
    ),
  ),
  page(
    'E004',
    {
      meaning: '文件不是 UTF-8 编码，多半是记事本或 WPS 用 GBK 存的，或者根本不是文本文件。',
      why: '用错编码读，汉字全是乱码。',
      how: '照“办法”里说的另存为 UTF-8。',
      handling: 'read',
    },
    command(
      ['check', './data/民政局.yaml'],
      // 表: 大朗 as GBK writes it.
      { 'data/民政局.yaml': Uint8Array.of(0xb1, 0xed, 0x3a, 0x20, 0xb4, 0xf3, 0xc0, 0xca, 0x0a) },
      { shows: '文件 data/民政局.yaml 存成了 GBK 编码。' },
    ),
  ),
  page(
    'E005',
    {
      meaning: '文件夹里、通配符下没有 .yaml 或 .yml 文件，或者给的文件不是 YAML。',
      why: '没有数据可以处理。',
      how: '数据文件的名字以 .yaml 结尾；看看是不是选错了文件夹。',
      handling: 'read',
    },
    command(['check', './data'], { 'data/民政局.docx': 'x' }, { shows: '文件夹 data 里只有 民政局.docx。' }),
  ),
  page(
    'E006',
    {
      meaning: '成品写不进输出文件夹。',
      why: '没有权限、磁盘满了，或者同名的文件正被 Word、WPS 打开着。写不了就一个字也不写，不会留下半截的文件。',
      how: '关掉打开着的成品，或者用 `-o` 换一个文件夹。',
    },
    command(
      ['render', './data/民政局.yaml', '--out', './成品', '--format', 'docx'],
      { 'data/民政局.yaml': readFileSync('data/福田区/民政局-2024.yaml'), 成品: '' },
      { shows: '要写进“成品”文件夹，可是“成品”是一个文件。' },
    ),
  ),
  page(
    'E007',
    {
      meaning: '两份数据会写成同一个输出文件。',
      why: '后写的会盖掉先写的。',
      how: '把其中一个改名，或者分两次生成到不同的文件夹（`-o`）。',
    },
    command(
      ['check', './data'],
      { 'data/民政局.yaml': sound, 'data/民政局.yml': sound },
      { shows: '文件夹 data 里有 民政局.yaml，还有 民政局.yml。' },
    ),
  ),
  page(
    'E008',
    {
      meaning: '比较改动要用 git，可是电脑上没有 git，或者文件夹不在 git 仓库里。',
      why: '`biaoli diff` 和上一次提交的内容比，上一次的内容在 git 里。',
      how: '到仓库所在的文件夹里运行；没有用 git 的，写出新旧两个文件来比。',
      handling: 'compare',
    },
    command(['diff', './data/民政局.yaml'], { 'data/民政局.yaml': sound }, { shows: '文件夹 data 不在 git 仓库里。' }),
  ),
  page(
    'E009',
    {
      meaning: 'git 里没有要比的那个版本（提交、分支或标签）。',
      why: '多半是打错了名字，或者自动检查时只取了最近一次提交。',
      how: '用 `git log --oneline`、`git branch --all` 看看有哪些；自动检查里取全（`fetch-depth: 0`）。',
      handling: 'compare',
    },
    command(
      ['diff', '--from', '去年', './data'],
      { 'data/民政局.yaml': sound },
      { shows: '仓库里没有叫“去年”的分支或标签。', git: 'committed' },
    ),
  ),
  page(
    'E010',
    {
      meaning: '要比的那个版本里没有这个文件。',
      why: '文件是新加的，或者那时叫别的名字。',
      how: '只写文件名（`biaoli diff data/民政局.yaml`），新加的、改过名的都认得出来；要写版本，就写那时的名字。',
      handling: 'compare',
    },
    command(
      ['diff', 'HEAD:data/民政局.yaml', './data/民政局.yaml'],
      { 'data/民政局.yaml': sound },
      { shows: '民政局.yaml 是新加的，还没有提交。', git: 'committed' },
    ),
  ),
  page(
    'E011',
    {
      meaning: '程序没有把这一份做完：自身出了错、内存不够，或者超过了时限（`--timeout`）。',
      why: '一份做不完，不能耽误别的；别的照样生成。',
      how: '数据特别大的，分成几份，或者给它更多时间；不大的，把这份数据和程序说的话发给开发者。',
    },
    command(
      ['render', './data', '--out', './out', '--fit', '2', '--timeout', '1', '--format', 'docx'],
      { 'data/民政局.yaml': endless() },
      { shows: '文件 data/民政局.yaml 里有一段二十多万字的文字，又要排成 2 页，1 秒做不完。' },
    ),
  ),
  page(
    'E012',
    {
      meaning: '核对（`biaoli render --verify`）时，输出文件夹里没有这份数据的成品，或者成品和现在做出来的不一样。',
      why: '成品跟着数据一起存进仓库的，数据、模板改了而没有重新生成，交上去的就是旧的。',
      how: '去掉 `--verify` 再运行一次，把新的成品一起存进去。',
    },
    command(
      ['render', './data/民政局.yaml', '--out', './out', '--verify', '--format', 'docx'],
      { 'data/民政局.yaml': readFileSync('data/福田区/民政局-2024.yaml'), 'out/民政局.docx': '旧的' },
      { shows: '文件 out/民政局.docx 不是用现在的 data/民政局.yaml 生成的。' },
    ),
  ),
  page(
    'E013',
    {
      meaning: '核对（`biaoli render --verify`）时，输出文件夹里多出一个成品，没有哪份数据生成它。',
      why: '多半是数据改了名或者删了，旧的成品还留着，容易被当成有效的交上去。',
      how: '不要了就删掉（`biaoli render --prune` 会删掉由它生成、数据已经没有了的）；还要，就把数据找回来。',
    },
    command(
      ['render', './data', '--out', './out', '--verify', '--format', 'docx'],
      { 'data/民政局.yaml': readFileSync('data/福田区/民政局-2024.yaml'), 'out/老龄办.docx': '旧的' },
      { shows: '文件夹 data 里只有 民政局.yaml，out 里却有 老龄办.docx。' },
    ),
  ),
];

/** A record with a text so long, and in so narrow a column, that it takes several times the second it is given. */
function endless(): string {
  const key = '期望达到的目标: ';
  const sentence = '推进志愿服务工作（共12项），助力基层社会治理。';
  return readFileSync('data/大朗镇/公共服务办公室-2024.yaml', 'utf8').replace(key, `${key}${sentence.repeat(10_500)}`);
}
