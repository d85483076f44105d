// Where the time goes: samples each of our own contestants over its documents. usage: npm run profile -- --n 200
import { readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { SourceMap } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contestants } from './contestants/index.ts';
import { root, work } from './folders.ts';
import { makeInputs } from './inputs.ts';
import { readOptions } from './options.ts';
import { textTable } from './text-table.ts';

/** Microseconds between two samples. */
const INTERVAL = 100;
const SHOWN = 20;

const { records, warmUp } = readOptions();
makeInputs();
const maps = new Map<string, SourceMap | null>();

for (const name of ['pdf', 'docx', 'check']) {
  const set = await (await contestants[name]?.())?.open();
  if (set === undefined) throw new Error(`no contestant ${name}`);
  for (let index = records; index < records + warmUp; index += 1) await set(index);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.post('Profiler.start');
  const start = performance.now();
  for (let index = 0; index < records; index += 1) await set(index);
  const each = (performance.now() - start) / records;
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  writeFileSync(join(work, `${name}.cpuprofile`), JSON.stringify(profile));

  const functions = new Map<string, number>();
  const files = new Map<string, number>();
  const byId = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  profile.samples?.forEach((id, i) => {
    const frame = byId.get(id);
    if (frame === undefined) return;
    const time = (profile.timeDeltas?.[i] ?? 0) / 1000 / records;
    const { file, line } = placeOf(frame.url, frame.lineNumber, frame.columnNumber);
    add(functions, `${frame.functionName || '(anonymous)'}  ${file}${file === '' ? '' : `:${line}`}`, time);
    add(files, file || frame.functionName, time);
  });
  process.stdout.write(`\n${name}: 每份平均 ${each.toFixed(2)} ms（带采样）\n\n`);
  for (const [title, times] of [
    ['函数 function（自身时间）', functions],
    ['文件 file', files],
  ] as const) {
    const rows = [...times].sort((a, b) => b[1] - a[1]).slice(0, SHOWN);
    const columns = [
      { title, side: 'left' },
      { title: 'ms/份', side: 'right' },
    ] as const;
    process.stdout.write(
      `${textTable(
        columns,
        rows.map(([place, time]) => [place, time.toFixed(3)]),
      )}\n\n`,
    );
  }
}

function add(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

/** The place in the source of a place in the bundle; Node's own modules keep their names. */
function placeOf(url: string, line: number, column: number): { readonly file: string; readonly line: number } {
  if (!url.startsWith('file:')) return { file: url, line: line + 1 };
  const bundle = fileURLToPath(url);
  const entry = mapOf(bundle)?.findEntry(line, column);
  if (entry === undefined || !('originalSource' in entry)) return { file: basename(bundle), line: line + 1 };
  return { file: relative(root, resolve(dirname(bundle), entry.originalSource)), line: entry.originalLine + 1 };
}

function mapOf(bundle: string): SourceMap | null {
  const known = maps.get(bundle);
  if (known !== undefined) return known;
  let map: SourceMap | null = null;
  try {
    map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
  } catch {
    // A package outside the bundle.
  }
  maps.set(bundle, map);
  return map;
}
