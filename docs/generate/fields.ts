import { type Blueprint, type Field, type Shelf, type Taxonomy, words } from '../../src/blueprint/index.ts';
import { editionOf, needOf } from '../../src/record/json-schema/index.ts';
import { everyForm } from './forms.ts';

/** docs/fields.md: what may be written in a record, for every form. */
export function fieldsPage(shelf: Shelf): string {
  const forms = everyForm(shelf);
  const taxonomies = [...new Map(forms.flatMap((form) => treesOf(form.fields)).map((one) => [one.name, one])).values()];
  return [
    '# 数据里可以写的字段',
    '',
    '<!-- 由 npm run docs 从 templates/ 生成，不要手改 -->',
    '',
    '一份数据是一个 YAML 文件：键就是表上的字，每张表有哪些键见下面。`biaoli new 表名 文件` 按表上的顺序写出一份待填的；',
    '`biaoli check` 核对写好的；在 VS Code 里装上 YAML 扩展，边写边提示。',
    '',
    '## 每份数据都可以写的',
    '',
    ...table(['键', '写什么', '例'], reserved),
    '',
    '## 类型',
    '',
    '“类型”是 form.yaml 里的词，也是下面各表“类型”一栏的词。',
    '',
    ...table(['类型', '写什么', '例'], [...types.values()]),
    '',
    '“要写吗”一栏：**必填**是键和内容都要有；**可留空**是键要有，内容可以空着；**可不写**是用不上就连键一起不写。',
    '',
    '## 绩效指标的名目',
    '',
    ...taxonomies.toSorted((a, b) => (a.name < b.name ? -1 : 1)).flatMap(taxonomyLines),
    ...forms.flatMap(formLines),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

const { id } = words.form;
const { layout, fit, accept } = words.record;
const { fieldTypes } = words;

type Row = readonly string[];

/** What a field of a kind looks like where its form gives no example. */
const examples = {
  text: '某某区民政局',
  prose: '按月发放低保金。',
  year: '2024',
  count: '43',
  amount: '3109.75',
  target: '≥90%',
} as const;

const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

const reserved: readonly Row[] = [
  [code(id), '填的是哪张表，写在第一行；`biaoli forms` 列出各张表的名字', code(`${id}: 表名`)],
  [
    code(layout),
    `只管这一份怎么排。${code(fit)} 是至多排成几页：先缩小格子里的空，再缩小文字，不小于六号`,
    code(`${layout}: { ${fit}: 2${words.page} }`),
  ],
  [
    code(accept),
    '检查出来的提醒，看过了、就是这样：写编号和原因。可以写在任何一组里，只管那一组；只管一项就写“名称 V5”。错误不能接受。原因不印出来',
    code(`${accept}: { V5: 上级文件规定按个数 }`),
  ],
];

/** What each word for a type means to who fills in a form. */
const types: ReadonlyMap<Field['kind'], Row> = new Map(
  (
    [
      ['text', '一行文字，写什么印什么', examples.text],
      ['prose', '一段或几段文字。一段写成一行；有几段就写 `|`，下面每行一段', examples.prose],
      ['year', '四位年份', examples.year],
      ['count', '不小于 0 的整数', examples.count],
      ['amount', '数字，不带单位；分节号可写可不写。单位见各表，不能是负数（另有注明的除外）', examples.amount],
      ['target', '指标要达到的值：数字带单位、百分数、等级或一句话，写什么印什么', examples.target],
      [
        'group',
        '下面缩进两格，一行一项写“名称: 内容”；短的也可以写在一行的花括号里',
        '{ 基本支出: 81.5, 项目支出: 142 }',
      ],
      ['list', '下面每项另起一行，以 `- ` 开头；没有就写 `[]`', '- { 名称: 低保金发放, 金额: 8400000 }'],
      [
        'tree',
        '下面写一级名称，再缩进写二级名称，再往下一条一条写，以 `- ` 开头；写在一行里的，各条放在方括号里',
        '产出指标: { 数量指标: [{ 三级指标: 社工人数, 指标值: 14人 }] }',
      ],
    ] as const
  ).map(([kind, meaning, example]) => [kind, [fieldTypes[kind], meaning, code(example)]]),
);

function taxonomyLines({ name, levels, aliases }: Taxonomy): string[] {
  const rows = [...levels].map(([first, seconds]) => [first, seconds.join('、') || '（没有二级，指标直接写在下面）']);
  const names = new Set([...levels].flat(2));
  const other = [...aliases].filter(([, known]) => names.has(known)).map(([alias, known]) => `${alias}即${known}`);
  return [
    `### ${name} 年的体系`,
    '',
    ...table(['一级', '二级'], rows),
    '',
    ...(other.length === 0 ? [] : [`也可以写：${other.join('；')}。印出时仍用数据里写的叫法。`, '']),
  ];
}

function formLines(form: Blueprint): string[] {
  const edition = editionOf(form);
  const head = ['键', '类型', '单位', '要写吗', '例', '说明'];
  return [
    `## ${form.id}`,
    '',
    ...(edition === '' ? [] : [`${edition}。`, '']),
    ...table(
      head,
      form.fields.fields.flatMap((field) => fieldRows(field, [])),
    ),
    '',
  ];
}

/** A field and all below it, each with its path; the items of lists and the columns of indicators stand under them. */
function fieldRows(field: Field, above: readonly string[]): Row[] {
  const path = [...above, field.name === '' ? '每项' : field.name];
  const unit = field.kind === 'amount' ? field.unit : '';
  const row = [
    code(path.join('.')),
    fieldTypes[field.kind],
    unit,
    needOf(field),
    code(exampleOf(field)),
    notesOf(field),
  ];
  return [row, ...below(field).flatMap((inner) => fieldRows(inner, path))];
}

/** The form's own example, else one by the kind; what holds others shows them as they may be written in one line. */
function exampleOf(field: Field): string {
  if (field.example !== '') return field.example.replaceAll('\n', ' ');
  switch (field.kind) {
    case 'group':
      return inBraces(field.fields);
    case 'list':
      return `- ${field.item.kind === 'group' ? inBraces(field.item.fields) : exampleOf(field.item)}`;
    case 'tree': {
      const [[first, [second]] = ['', []]] = field.taxonomy.levels;
      const row = `[${inBraces(field.row.fields)}]`;
      return second === undefined ? `${first}: ${row}` : `${first}: { ${second}: ${row} }`;
    }
    default:
      return examples[field.kind];
  }
}

/** The first fields of a group that may be written in one line, as many as show how it is done. */
const inBraces = (fields: readonly Field[]): string => {
  const shown = fields.slice(0, 2).map((field) => `${field.name}: ${inFlow(exampleOf(field))}`);
  return `{ ${[...shown, ...(fields.length > 2 ? ['…'] : [])].join(', ')} }`;
};

/** Words with marks of YAML in them stand in quotes inside braces; a list stands in brackets there. */
const inFlow = (example: string): string => {
  if (example.startsWith('- ')) return `[${example.slice(2)}]`;
  return /[,[\]{}#]|: /u.test(example) && !/^[[{]/u.test(example) ? `"${example}"` : example;
};

function below(field: Field): readonly Field[] {
  if (field.kind === 'group') return field.fields;
  if (field.kind === 'tree') return field.row.fields;
  if (field.kind !== 'list') return [];
  return field.item.kind === 'group' ? field.item.fields : [field.item];
}

function notesOf(field: Field): string {
  const facts = [field.note];
  if (field.kind === 'tree') facts.push(`名目见 ${field.taxonomy.name} 年的体系；每条写下面各栏`);
  if (field.kind === 'list' && field.whenEmpty === 'row') facts.push('一项也没有时印一个空行');
  if (field.kind === 'amount' && field.mayBeNegative) facts.push('可以是负数');
  if (field.kind === 'amount' && field.sumOf !== null) {
    const paths = field.sumOf.map((path) => code(path.map(({ name }) => name).join('.')));
    facts.push(`是 ${paths.join('、')} 之和`);
  }
  return facts.filter((fact) => fact !== '').join('；');
}

const treesOf = (field: Field): Taxonomy[] => {
  if (field.kind === 'tree') return [field.taxonomy];
  return below(field).flatMap(treesOf);
};

/** A table of Markdown; a bar inside a cell would end it. */
function table(head: Row, rows: readonly Row[]): string[] {
  const line = (cells: Row): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
