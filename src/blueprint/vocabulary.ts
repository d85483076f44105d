/**
 * The words of the blueprint language (form.yaml), of `fonts/faces.yaml` and of the taxonomies, and the few words that
 * the engine reserves in records and views. They stand here and nowhere else under `src/`; the words of forms do not
 * occur in the engine at all.
 */
export const words = {
  yes: '是',
  no: '否',
  none: '无',
  form: {
    id: '表',
    edition: '版本',
    years: '适用年度',
    inherits: '沿用',
    author: '署名',
    paper: '页面',
    type: '字',
    table: '表格',
    paragraph: '段落',
    annex: '附件',
    fit: 'fit',
    fields: '字段',
  },
  paper: {
    size: '幅面',
    orientation: '方向',
    binding: '装订',
    bothSides: '双面',
    margins: '边距',
    folio: '页码',
  },
  sizes: { A4: [210, 297], A3: [297, 420] },
  orientation: { portrait: '纵向', landscape: '横向' },
  binding: { left: '左', top: '上' },
  margins: { top: '上', bottom: '下', left: '左', right: '右' },
  folio: { norm: 'GB/T 9704', without: '不印' },
  /** Reserved keys of a record besides its fields. */
  record: { layout: '排版', fit: 'fit' },
  money: { yuan: '元', ten: '十', hundred: '百', thousand: '千', tenThousand: '万', hundredMillion: '亿' },
  type: { annex: '附件', title: '题', subtitle: '副题', line: '表外', label: '栏目', cell: '正文', folio: '页码' },
  table: { padX: '横', padY: '纵', rule: '线', continued: '续' },
  /** What a label printed again ends with where a form says 续: 是. */
  continued: '（续）',
  paragraph: { indent: '首行', gap: '段距', level: '禁则' },
  indent: { auto: '自动', without: '不缩', em: '字' },
  level: { gb: '国标', basic: '基本' },
  page: '页',
  field: {
    type: '类型',
    required: '必填',
    mayBeBlank: '可空',
    example: '例',
    note: '说明',
    unit: '单位',
    print: '印',
    mayBeNegative: '可负',
    sumOf: '求和',
    fields: '字段',
    item: '每项',
    whenEmpty: '空时',
    taxonomy: '体系',
    columns: '列',
    same: '同',
  },
  print: { decimals: '小数', group: '分组' },
  whenEmpty: { row: '印一空行', nothing: '不印' },
  fieldTypes: {
    text: '文字',
    prose: '段落',
    year: '年份',
    count: '个数',
    amount: '金额',
    target: '指标值',
    group: '组',
    list: '列表',
    tree: '指标',
  },
  taxonomy: { top: '体系', source: '出处', use: '适用', levels: '一级', aliases: '别名' },
  faces: { files: '文件', deskName: '字库名' },
  /** The folder in each template folder that holds what forms share, and what is looked for in it. */
  shared: { folder: '共用', taxonomies: '体系.yaml', labelWords: '断词.yaml', partials: '部件' },
  labelWords: '断词',
  helpers: { ordinal: '序号' },
  parameters: '参数',
  view: { name: '级名', below: '下级', rows: '行', values: '值' },
} as const;

/** Face, size and pitch of each role where a form is silent. */
export const defaultType = {
  annex: '黑体 三号 28pt',
  title: '小标宋 二号 32pt',
  subtitle: '宋体 四号 24pt',
  line: '宋体 五号 16pt',
  label: '黑体 五号 16pt',
  cell: '宋体 五号 16pt',
  folio: '宋体 四号 20pt',
} as const;

/** The sizes by their Chinese names, in points. */
export const sizeNames: ReadonlyMap<string, number> = new Map([
  ['初号', 42],
  ['小初', 36],
  ['一号', 26],
  ['小一', 24],
  ['二号', 22],
  ['小二', 18],
  ['三号', 16],
  ['小三', 15],
  ['四号', 14],
  ['小四', 12],
  ['五号', 10.5],
  ['小五', 9],
  ['六号', 7.5],
]);
