// The benchmark: makes the inputs, lets the contestants set them in turns, prints tables and keeps the figures.
import { writeFileSync } from 'node:fs';
import { coldRuns } from './cold.ts';
import { groups } from './contestants/index.ts';
import { districtRuns } from './district.ts';
import { lastRun } from './folders.ts';
import { makeInputs } from './inputs.ts';
import { describeMachine } from './machine.ts';
import { readOptions } from './options.ts';
import { bindingTo, unbound } from './processes.ts';
import { printRun, type Run } from './report.ts';
import { type Warm, warmRounds } from './rounds.ts';

const options = readOptions();
const binding = bindingTo(options.core);
const bind = binding ?? unbound;
const note = (text: string) => process.stderr.write(`${text}\n`);

note(`准备 ${options.records + options.warmUp + options.district + options.many} 份数据 …`);
const facts = makeInputs();

note('热机 …');
const warm = new Map<string, Warm>();
for (const rivals of groups) for (const [name, one] of await warmRounds(rivals, options, bind)) warm.set(name, one);
note('冷启动 …');
const cold = coldRuns(options.cold, bind);

note('整个区 …');
const district = districtRuns(options.district, [1, 2]);
const many = options.many === 0 ? [] : districtRuns(options.many, [2]);

const run: Run = {
  machine: describeMachine(),
  boundTo: binding === null ? null : options.core,
  options,
  facts,
  warm: Object.fromEntries(warm),
  cold: cold && Object.fromEntries(cold),
  district: district && [...district, ...(many ?? [])],
};
writeFileSync(lastRun, `${JSON.stringify(run, null, 2)}\n`);
process.stdout.write(printRun(run));
