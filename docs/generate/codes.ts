import { type Code, codes } from '../../src/base/index.ts';
import { amountPages, identityPages } from './codes/amounts.ts';
import { blueprintPages } from './codes/blueprint.ts';
import { carriedPages } from './codes/carried.ts';
import { checkPages } from './codes/checks.ts';
import { documentPages } from './codes/documents.ts';
import { type Example, runExample, type Said } from './codes/example.ts';
import { filePages } from './codes/files.ts';
import { exampleForm, FORM, TEMPLATE } from './codes/form.ts';
import { taxonomyPages, valuePages, wordingPages } from './codes/indicators.ts';
import type { CodePage, Handling } from './codes/page.ts';
import { pullPages } from './codes/pull.ts';
import { recordPages } from './codes/record.ts';
import { settingPages } from './codes/setting.ts';
import { sourcePages } from './codes/source.ts';
import { templatePages } from './codes/template.ts';

/** The pages of all codes, in the order of the index. */
export const codePages: readonly CodePage[] = [
  ...filePages,
  ...sourcePages,
  ...recordPages,
  ...amountPages,
  ...identityPages,
  ...taxonomyPages,
  ...valuePages,
  ...wordingPages,
  ...checkPages,
  ...blueprintPages,
  ...templatePages,
  ...settingPages,
  ...documentPages,
  ...carriedPages,
  ...pullPages,
];

/** What the program says of the two examples of a page. */
export type PageRun = { readonly page: CodePage; readonly wrong: Said; readonly right: Said | null };

const runPage = async (page: CodePage): Promise<PageRun> => ({
  page,
  wrong: await runExample(page.wrong, page.code),
  right: page.right && (await runExample(page.right, page.code)),
});

/** Runs the examples of all pages, one after the other, since each opens the fonts. */
export async function runPages(): Promise<readonly PageRun[]> {
  const runs: PageRun[] = [];
  for (const page of codePages) runs.push(await runPage(page));
  return runs;
}

/** The files of docs/codes by their paths. */
export const codeFiles = (runs: readonly PageRun[]): ReadonlyMap<string, string> =>
  new Map([
    ...runs.map((run) => [`docs/codes/${run.page.code}.md`, pageText(run)] as const),
    ['docs/codes/README.md', indexText(runs)],
  ]);

const severityNames: Readonly<Record<string, string>> = { error: '错误', warning: '警告', hint: '提示' };

const handlings: Readonly<Record<Handling, string>> = {
  mend: '不能。改好才能生成。',
  compare: '不能。这一次比不出来；检查和生成不受影响。',
  read: '不能。这个文件处理不了；别的文件照常。',
  pull: '不能。这一处写不回去；用 `--partial` 可以先写回别的。数据没有动，照常生成。',
  stays: '照常生成，不用处理也行；每次检查都会再提醒，改好就不再说。',
  rule: '可以。填表的人看过、认为没有错的，在它那一组里写一行 `接受: { $代码: 为什么可以 }`，就不再提醒，`check --verbose` 才列出来。管理模板的人认为不适合某张表的，可以在 form.yaml 的 `检查` 里改级别或者不查，写明原因。写法见 [docs/checks.md](../checks.md)。',
};

const ruleOfErrors =
  '错误不能接受，改好才能生成。不适合某张表的，管理模板的人可以在 form.yaml 的 `检查` 里改级别或者不查，写明原因；写法见 [docs/checks.md](../checks.md)。';

function pageText({ page, wrong }: PageRun): string {
  const { code, meaning, why, how, handling, right } = page;
  const name = codes[code];
  const level = severityNames[wrong.severity ?? ''] ?? '';
  return [
    `# ${code} ${name}`,
    `**${level}**。${meaning}`,
    '## 为什么',
    why,
    '## 错的例子',
    ...exampleText(page.wrong),
    '程序这样说：',
    fenced('', wrong.text),
    '## 对的写法',
    ...(how === '' ? [] : [how]),
    ...(right === null ? [] : exampleText(right)),
    '## 能不能不管',
    (handling === 'rule' && wrong.severity === 'error' ? ruleOfErrors : handlings[handling]).replace('$代码', code),
    `[全部代码](README.md)`,
  ]
    .map((part) => `${part}\n`)
    .join('\n');
}

function exampleText(example: Example): string[] {
  if (example.kind === 'command') {
    const args = example.args.map((arg) => arg.replace(/^\.\//u, '')).join(' ');
    return [example.shows, fenced('sh', `biaoli ${args}\n`)];
  }
  return example.shown.flatMap(({ file, text }) => [`${file}：`, fenced(/\.hbs$/u.test(file) ? 'hbs' : 'yaml', text)]);
}

/** A block of code; a fence longer than any in the text. */
const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text.replace(/\n*$/u, '\n')}\`\`\``;

const families: readonly (readonly [RegExp, string])[] = [
  [/^E/u, 'E 文件和环境'],
  [/^S/u, 'S 数据文件的写法'],
  [/^R/u, 'R 数据和表的字段'],
  [/^A/u, 'A 金额'],
  [/^I/u, 'I 部门、年度、个数'],
  [/^T\d$/u, 'T 指标体系'],
  [/^V/u, 'V 指标值'],
  [/^X/u, 'X 文字'],
  [/^C/u, 'C 检查和接受'],
  [/^B/u, 'B form.yaml 和字体'],
  [/^F/u, 'F form.hbs'],
  [/^G/u, 'G 格子'],
  [/^T\d{3}$/u, 'T0 字'],
  [/^L/u, 'L 页'],
  [/^D/u, 'D 读回 PDF 和 DOCX'],
  [/^P/u, 'P 从 Word 写回'],
];

function indexText(runs: readonly PageRun[]): string {
  const sections = families.flatMap(([pattern, title]) => {
    const rows = runs.filter(({ page }) => pattern.test(page.code)).map(rowText);
    return rows.length === 0
      ? []
      : [`## ${title}\n\n| 代码 | 说什么 | 级别 |\n| --- | --- | --- |\n${rows.join('\n')}`];
  });
  return [
    '# 检查结果的代码',
    '程序说的每一条都带一个代码，例如“错误[R004]”。点开看：它是什么意思，为什么要查，错的例子和程序的原话，对的写法，能不能不管。',
    '**错误**：改好才能生成。**警告**：照常生成，请看一眼。**提示**：供参考，`check --hints` 才列出来。',
    ...sections,
    '## 例子里的表',
    `各页的例子都填这张小表。${FORM}：`,
    fenced('yaml', exampleForm[FORM] ?? ''),
    `${TEMPLATE}：`,
    fenced('hbs', exampleForm[TEMPLATE] ?? ''),
    '各页由 `npm run docs` 生成：例子都真的运行过，“程序这样说”是程序的原话。',
  ]
    .map((part) => `${part}\n`)
    .join('\n');
}

const rowText = ({ page: { code }, wrong }: PageRun): string =>
  `| [${code}](${code}.md) | ${codes[code satisfies Code]} | ${severityNames[wrong.severity ?? ''] ?? ''} |`;
