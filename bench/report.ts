import type { Cold } from './cold.ts';
import type { DistrictRun } from './district.ts';
import type { Machine } from './machine.ts';
import type { Options } from './options.ts';
import type { Warm } from './rounds.ts';
import { type Prepared, type StageName, stageNames } from './run-facts.ts';
import { type Spread, spreadOf, total } from './statistics.ts';
import { type Column, textTable } from './text-table.ts';

/** All that a run has found; `last-run.json`. */
export type Run = {
  readonly machine: Machine;
  /** The core all processes shared; null where they were free. */
  readonly boundTo: number | null;
  readonly options: Options;
  readonly facts: Prepared;
  readonly warm: Readonly<Record<string, Warm>>;
  /** Null where there was no built command line. */
  readonly cold: Readonly<Record<string, Cold>> | null;
  /** Null where there was no built command line. */
  readonly district: readonly DistrictRun[] | null;
};

const names: Readonly<Record<string, string>> = {
  pdf: '表里 PDF（PDF/A-3a，带数据）',
  plain: '表里 PDF（plain，不带数据）',
  docx: '表里 DOCX',
  both: '表里 PDF+DOCX',
  check: '表里 check（不写文件）',
  typst: 'Typst PDF（给现成格子）',
  pdfmake: 'pdfmake PDF（给现成格子）',
  docxLibrary: 'docx DOCX（给现成格子）',
  carbone: 'carbone DOCX（填 docx 库画的表）',
  carboneLean: 'carbone DOCX（填表里画的表）',
  'no-op': '什么都没改，再跑一次',
  node: '空的 node',
  biaoli: 'biaoli render … --format pdf',
};

const ms = (value: number): string => value.toFixed(value < 100 ? 2 : 0);
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`;

export function printRun(run: Run): string {
  const parts = [heading(run), warmTable(run), stageTable(run), coldTable(run), districtTable(run), ratios(run)];
  return `${parts.join('\n\n')}\n`;
}

function heading({ machine, boundTo, options, facts }: Run): string {
  const { processor, cores, gigabytes, system, node } = machine;
  return [
    '表里 基准 / Biaoli benchmark',
    `机器 machine: ${processor}，${cores} 核，${gigabytes} GB，${system}，node ${node}，${boundTo === null ? '不绑核' : `全部绑在第 ${boundTo} 号核`}`,
    `数据 input: 由 ${facts.model} 变出 ${options.records} 份（另有 ${options.warmUp} 份预热），种子 ${options.seed}；` +
      `每份 ${facts.han} 个汉字，其中不同的 ${facts.differentHan} 个，合起来不同的 ${facts.allHan} 个`,
    '程序 code: src/pipeline.ts，由 esbuild 照命令行那样当场打包；从 YAML 文件到成品字节，字体、模板、数据都是真文件',
    '时间 time: 中位、p10、p90 是墙上的钟；CPU 是整个进程每份平均用的处理器时间（垃圾回收和编译线程都在内）',
    `轮流 turns: 各占一个进程，每轮每家 ${options.batch} 份；只看同一次运行里的比值`,
  ].join('\n');
}

const warmColumns: readonly Column[] = [
  { title: '热 warm', side: 'left' },
  { title: '中位 ms', side: 'right' },
  { title: 'p10', side: 'right' },
  { title: 'p90', side: 'right' },
  { title: 'CPU ms', side: 'right' },
  { title: 'KB', side: 'right' },
  { title: '页', side: 'right' },
  { title: '内存峰值 MB', side: 'right' },
];

function warmTable({ warm }: Run): string {
  const order = ['pdf', 'plain', 'docx', 'both', 'check', 'typst', 'pdfmake', 'docxLibrary', 'carbone', 'carboneLean'];
  const rows = order.flatMap((name) => {
    const one = warm[name];
    if (one === undefined) return [];
    const { median, p10, p90 } = one.milliseconds;
    const size = one.kilobytes === 0 ? '' : one.kilobytes.toFixed(1);
    const cells = [names[name] ?? name, ms(median), ms(p10), ms(p90), ms(one.processor), size, String(one.pages ?? '')];
    return [[...cells, one.peakMegabytes.toFixed(0)]];
  });
  return textTable(warmColumns, rows);
}

const stageColumns: readonly Column[] = [
  { title: '阶段 stage', side: 'left' },
  { title: '中位 ms', side: 'right' },
  { title: '占 PDF', side: 'right' },
  { title: '占 DOCX', side: 'right' },
  { title: '占两种', side: 'right' },
];

/** Shares are of sums, so that rare long pauses count where they fall. DOCX needs no pages, but the press lays them out. */
function stageTable({ warm }: Run): string {
  const stages = warm.stages?.stages ?? {};
  const sum = (name: StageName): number => stages[name]?.sum ?? 0;
  const whole = (without: StageName | null): number => total(stageNames.filter((name) => name !== without).map(sum));
  const rows = stageNames.map((name) => [
    name,
    ms(stages[name]?.median ?? 0),
    name === 'docx' ? '' : share(sum(name), whole('docx')),
    name === 'pdf' ? '' : share(sum(name), whole('pdf')),
    share(sum(name), whole(null)),
  ]);
  return textTable(stageColumns, rows);
}

const coldColumns: readonly Column[] = [
  { title: '冷 cold：一个进程，一份，到 PDF', side: 'left' },
  { title: '中位 ms', side: 'right' },
  { title: 'p10', side: 'right' },
  { title: 'p90', side: 'right' },
  { title: '内存峰值 MB', side: 'right' },
];

function coldTable({ cold }: Run): string {
  if (cold === null) return '冷 cold: 没有量（没有 dist/biaoli.js，先在根目录运行 npm ci；或者 --cold 0）';
  const rows = Object.entries(cold).map(([name, { milliseconds, peakMegabytes }]) => [
    name === 'typst' ? 'node 里的 Typst（给现成格子）' : (names[name] ?? name),
    milliseconds.median.toFixed(0),
    milliseconds.p10.toFixed(0),
    milliseconds.p90.toFixed(0),
    peakMegabytes.toFixed(0),
  ]);
  return textTable(coldColumns, rows);
}

const districtColumns: readonly Column[] = [
  { title: '整个区 district：biaoli，连启动', side: 'left' },
  { title: '份', side: 'right' },
  { title: '--jobs', side: 'right' },
  { title: '秒', side: 'right' },
  { title: 'ms/份', side: 'right' },
  { title: '内存峰值 MB', side: 'right' },
];

function districtTable({ district }: Run): string {
  if (district === null) return '整个区 district: 没有量（没有 dist/biaoli.js，或者 --n 0）';
  const rows = district.map(({ what, jobs, records, seconds, peakMegabytes }) => [
    names[what] ?? what,
    String(records),
    String(jobs),
    seconds.toFixed(2),
    ms((seconds * 1000) / records),
    peakMegabytes.toFixed(0),
  ]);
  return textTable(districtColumns, rows);
}

const percentMore = (big = Number.NaN, small = Number.NaN): string => `${(100 * (big / small - 1)).toFixed(0)}%`;

const times = (slow: number, fast: number): string => `${(slow / fast).toFixed(1)} 倍`;

function ratios({ warm, cold }: Run): string {
  const byRounds = (slow: string, fast: string): Spread | null => {
    const [theirs, ours] = [warm[slow], warm[fast]];
    if (theirs === undefined || ours === undefined) return null;
    return spreadOf(theirs.rounds.map((round, i) => round / (ours.rounds[i] ?? Number.NaN)));
  };
  const ratio = (slow: string, fast: string): string => {
    const spread = byRounds(slow, fast);
    if (spread === null) return '';
    const { median, p10, p90 } = spread;
    const processor = times(warm[slow]?.processor ?? Number.NaN, warm[fast]?.processor ?? Number.NaN);
    return `${median.toFixed(1)} 倍（各轮 ${p10.toFixed(1)}–${p90.toFixed(1)}；按处理器时间 ${processor}）`;
  };
  const grown = (big: string, small: string): string => percentMore(byRounds(big, small)?.median, 1);
  const grownInSize = (big: string, small: string): string => percentMore(warm[big]?.kilobytes, warm[small]?.kilobytes);
  const stages = warm.stages?.stages ?? {};
  const fromGrid = total((['measure', 'layout', 'pdf'] as const).map((name) => stages[name]?.median ?? 0));
  const lines = [
    '比值 ratios（对方 ÷ 表里；每一轮各取中位数相除，再取各轮的中位数）',
    `PDF，表里从 YAML 起、Typst 从现成格子起：${ratio('typst', 'pdf')}；plain：${ratio('typst', 'plain')}`,
    `两种一起，表里从 YAML 起、Typst 只做 PDF：${ratio('typst', 'both')}`,
    `PDF/A-3a 带数据比 plain 多：时间 ${grown('pdf', 'plain')}，大小 ${grownInSize('pdf', 'plain')}`,
    `PDF，两边都从现成格子起（measure+layout+pdf ${ms(fromGrid)} ms）：${times(warm.typst?.milliseconds.median ?? Number.NaN, fromGrid)}（全部的中位数相除）`,
    `PDF，pdfmake 从现成格子起：${ratio('pdfmake', 'pdf')}`,
    `DOCX，表里从 YAML 起、carbone 填 docx 库画的表：${ratio('carbone', 'docx')}；填表里画的表：${ratio('carboneLean', 'docx')}`,
    `DOCX，docx 从现成格子起：${ratio('docxLibrary', 'docx')}`,
  ];
  const [ours, theirs] = [cold?.biaoli, cold?.typst];
  if (ours && theirs) {
    const time = times(theirs.milliseconds.median, ours.milliseconds.median);
    lines.push(`冷启动（全部的中位数相除）：${time}；内存：${times(theirs.peakMegabytes, ours.peakMegabytes)}`);
  }
  return lines.join('\n');
}
