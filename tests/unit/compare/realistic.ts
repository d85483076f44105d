import { readFileSync } from 'node:fs';
import { type Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';

/** A record of data/ as a colleague changed it before it was handed in. */
export type Revised = { readonly name: string; readonly file: string; readonly before: string; readonly after: string };

type Path = readonly (string | number)[];

/** Hands to change a record with, however its YAML is laid out. */
type Pen = {
  /** Writes a value over another. */
  readonly set: (path: Path, value: unknown) => void;
  /** Puts a stretch of a text in the place of another. */
  readonly reword: (path: Path, old: string, now: string) => void;
  /** The path of the row whose first value is this. */
  readonly row: (list: Path, name: string) => Path;
  readonly remove: (path: Path) => void;
  /** Takes a row out of its list and puts it into a list at a place. */
  readonly move: (row: Path, list: Path, position: number) => void;
};

function revised(name: string, file: string, edit: (pen: Pen) => void): Revised {
  const before = readFileSync(file, 'utf8');
  const document = parseDocument(before, { schema: 'failsafe' });
  edit(penFor(document));
  return { name, file, before, after: document.toString({ lineWidth: 0 }) };
}

function penFor(document: Document.Parsed): Pen {
  const listAt = (path: Path): YAMLSeq => {
    const found = document.getIn(path);
    if (!isSeq(found)) throw new Error(`no list at ${path.join('.')}`);
    return found;
  };
  return {
    set: (path, value) => {
      if (!document.hasIn(path)) throw new Error(`nothing at ${path.join('.')}`);
      document.setIn(path, document.createNode(value));
    },
    reword: (path, old, now) => {
      const text = String(document.getIn(path));
      if (!text.includes(old)) throw new Error(`no ${old} at ${path.join('.')}`);
      document.setIn(path, text.replace(old, now));
    },
    row: (list, rowName) => {
      const named = (item: unknown): boolean => isMap(item) && String((item as YAMLMap).items[0]?.value) === rowName;
      const position = listAt(list).items.findIndex(named);
      if (position === -1) throw new Error(`no row ${rowName} in ${list.join('.')}`);
      return [...list, position];
    },
    remove: (path) => {
      if (!document.deleteIn(path)) throw new Error(`nothing at ${path.join('.')}`);
    },
    move: (row, list, position) => {
      const node = document.getIn(row);
      document.deleteIn(row);
      listAt(list).items.splice(position, 0, node);
    },
  };
}

/** For each of the five forms a revision with changes as they occur: figures, wording, rows added, gone and moved. */
export const revisions: readonly Revised[] = [
  revised('大朗', 'data/大朗镇/公共服务办公室-2024.yaml', ({ set, reword, row, remove, move }) => {
    const output = ['绩效指标', '产出指标'];
    set(['预算整体情况', '部门预算支出', '基本支出'], '73.5');
    set(['预算整体情况', '部门预算支出', '项目支出'], '150');
    const care = row(['年度重点工作任务'], '完善居家养老服务及大配餐工作');
    reword(
      [...care, '期望达到的目标'],
      '推进了大朗镇养老事业发展，改善失能老人养老困境。',
      '推进大朗镇养老事业发展，使200名失能老人的养老困境得到改善。',
    );
    remove(row([...output, '数量指标'], '受惠儿童人数'));
    set([...row([...output, '质量指标'], '居家养老服务完成率'), '年度指标值'], '≥95%');
    set([...row([...output, '时效指标'], '任务完成及时率'), '三级指标'], '任务按时完成率');
    move(row([...output, '质量指标'], '资金使用合格性'), [...output, '时效指标'], 0);
    const market = { 三级指标: '带动养老服务消费', 实施周期指标值: '有效提升', 年度指标值: '有效提升' };
    set(['绩效指标', '效益指标', '经济效益指标'], [market]);
  }),
  revised('增城', 'data/增城区/民政局.yaml', ({ set, reword, row, remove }) => {
    const counts = ['绩效指标', '产出指标', '数量指标'];
    set(['基本信息', '财政供养人员数'], '65');
    set([...row(['年度重点工作任务'], '推进养老服务体系建设'), '拟投入的资金'], '9700');
    reword([...row(['年度重点工作任务'], '做好殡葬管理工作'), '主要实施内容'], '殡仪服务', '公益性安葬');
    set([...row(counts, '颐康服务站数量'), '实施周期指标值'], '160个');
    set([...row(counts, '颐康服务站数量'), '年度指标值'], '155个');
    remove(row(counts, '火化率'));
  }),
  revised('小谷围', 'data/番禺区/小谷围街道办事处.yaml', ({ set, row }) => {
    set([...row(['年度重点工作任务'], '社工服务站购买服务经费'), '拟投入的资金'], '30.4');
    const office = { 名称: '办公设备更新', 主要实施内容: '更新一批到期报废的办公设备。', 拟投入的资金: '12.5' };
    set(['其他需完成的任务'], [{ ...office, 期望达到的目标: '保障机关日常运转。' }]);
    set([...row(['绩效指标', '产出指标', '数量指标'], '(次干道)道路清扫保洁覆盖率'), '年度指标值'], '92%以上');
    const noise = { 三级指标: '施工扰民投诉', 实施周期指标值: '指标值=投诉件数', 年度指标值: '5件以内' };
    set(['绩效指标', '成本指标', '社会成本指标'], [noise]);
  }),
  revised('渚源', 'data/渚源县/民政局-2024.yaml', ({ set, reword, row, remove, move }) => {
    const counts = (duty: number): Path => ['核心职能', duty, '年度绩效指标', '产出指标', '数量指标'];
    reword(
      ['年度整体绩效目标', 1],
      '养老服务覆盖面的扩大是养老服务体系建设的重要目标之一。',
      '扩大养老服务覆盖面是养老服务体系建设的目标之一。',
    );
    set([...row(counts(0), '城市低保'), '指标值'], '≥10200人次');
    move(row(counts(0), '儿童福利'), counts(0), 0);
    set([...counts(3), 9, '指标值'], '3人/年/4.2万');
    remove(row(counts(3), '天然气费'));
  }),
  revised('福田', 'data/福田区/民政局-2024.yaml', ({ set, reword, row, remove }) => {
    const counts = ['年度绩效指标', '产出指标', '数量指标'];
    const funeral = row(['年度主要任务'], '殡葬');
    set([...funeral, '预算金额', '总额'], '235.00');
    set([...funeral, '预算金额', '财政拨款'], '235.00');
    remove(row(['年度主要任务'], '基层政权建设和社区治理'));
    reword(['年度总体目标'], '二是加强居委会规范化建设。', '二是加强居委会规范化、信息化建设。');
    set([...counts, 0, '三级指标'], '召开工作例会');
    set([...counts, 2, '目标值'], '20人');
    remove(row(counts, '托管维护界桩'));
  }),
];
