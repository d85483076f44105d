import { addTo, codes } from '../../../base/index.ts';
import { visibleText } from '../../width.ts';
import { duration, rate } from '../progress/duration.ts';
import { isMany } from '../progress/many.ts';
import type { RecordResult, RunResult } from '../types.ts';
import { warningsByCode } from './warnings.ts';

/** A record is named as slow when it took this long, and this many times as long as others on average. */
const SLOW = 1000;
const TIMES_THE_MEAN = 4;
/** How many slow records are named. */
const SLOWEST = 3;

/**
 * What a run came to, line by line; the last line alone says whether all is well. Of few records that is all. Of many
 * it comes after the warnings by code, the slowest if they stand out, and the failures with their first error: in full
 * they were told when they happened, and have scrolled away.
 */
export function summaryLines(run: RunResult): readonly string[] {
  const total = totalLine(run);
  const stopped = stoppedLines(run);
  if (!isMany(run.total)) return [...stopped, total];
  return [
    ...warningLines(run.records, '；都列成表：加 --report 报告.html'),
    ...slowestLines(run.records),
    ...failureLines(run.records),
    ...stopped,
    total,
  ];
}

function totalLine(run: RunResult): string {
  const written = inState(run, 'written').length;
  const unchanged = inState(run, 'unchanged').length;
  const failed = inState(run, 'failed').length;
  const counts = [
    ...(written > 0 || unchanged === 0 ? [failed === 0 ? `共生成 ${written} 份` : `生成 ${written} 份`] : []),
    ...(unchanged > 0 ? [`${unchanged} 份没有变，没有重做`] : []),
    ...(failed > 0 ? [`${failed} 份有错误，没有生成`] : []),
    ...(run.records.length < run.total ? [`${run.total - run.records.length} 份没有做到`] : []),
  ].join('，');
  return isMany(run.total) ? `${counts}；${measures(run, written)}。` : `${counts}。`;
}

function measures(run: RunResult, written: number): string {
  const pages = run.records.reduce((sum, record) => sum + (record.pages ?? 0), 0);
  const speed = rate(run.records.length, run.time);
  return [
    ...(pages === 0 ? [] : [`共 ${pages} 页`]),
    `用时 ${duration(run.time)}`,
    ...(speed === null ? [] : [`每秒 ${speed} 份`]),
    ...(written === 0 ? [] : [`${run.jobs} 份同时做`]),
  ].join('，');
}

const inState = ({ records }: RunResult, wanted: RecordResult['state']): RecordResult[] =>
  records.filter(({ state }) => state === wanted);

function stoppedLines({ interrupted, records }: RunResult): string[] {
  if (!interrupted) return [];
  const last = records.at(-1);
  return [
    `中途停下了${last === undefined ? '，一份也没有做' : `，最后一份是 ${visibleText(last.file)}`}；再运行同样的命令，就接着做剩下的。`,
  ];
}

/** The warnings of many records by their codes, and how to see each; `more` names another way. */
export function warningLines(records: readonly RecordResult[], more = ''): string[] {
  const found = warningsByCode(records);
  if (found.length === 0) return [];
  const lines = found.map(
    ({ code, count, records: inRecords, first }) =>
      `  ${code} ${codes[code]}：${count} 个，在 ${inRecords} 份里，如 ${visibleText(first)}`,
  );
  return ['警告：', ...lines, `  一个一个看：biaoli check 后面写这些文件${more}。`];
}

function slowestLines(records: readonly RecordResult[]): string[] {
  const worked = records.filter(({ time }) => time > 0);
  const mean = worked.reduce((sum, { time }) => sum + time, 0) / worked.length;
  const slow = worked.filter(({ time }) => time >= SLOW && time >= mean * TIMES_THE_MEAN);
  if (slow.length === 0) return [];
  const named = slow.toSorted((a, b) => b.time - a.time).slice(0, SLOWEST);
  return [`最慢的：${named.map(({ file, time }) => `${visibleText(file)}（${duration(time)}）`).join('、')}`];
}

/** Every record that failed, below its first error: many fail for the same, such as a full disk or a fault of their form. */
function failureLines(records: readonly RecordResult[]): string[] {
  const byError = new Map<string, string[]>();
  for (const record of records.filter(({ state }) => state === 'failed')) {
    const [first, ...others] = record.findings.filter(({ severity }) => severity === 'error');
    const error = first === undefined ? '没有说原因' : `错误[${first.code}] ${visibleText(first.message)}`;
    const rest = others.length === 0 ? '' : `（另有 ${others.length} 个错误）`;
    addTo(byError, error, `    ${visibleText(record.file)}${rest}`);
  }
  if (byError.size === 0) return [];
  return ['没有生成的：', ...[...byError].flatMap(([error, lines]) => [`  ${error}`, ...lines])];
}
