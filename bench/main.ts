// The benchmark: makes the inputs, lets the contestants set them in turns, prints tables and keeps the figures.
import { writeFileSync } from 'node:fs';
import { coldRuns } from './cold.ts';
import { contestants } from './contestants/index.ts';
import { lastRun } from './folders.ts';
import { makeInputs } from './inputs.ts';
import { describeMachine } from './machine.ts';
import { readOptions } from './options.ts';
import { bindingTo, unbound } from './processes.ts';
import { printRun, type Run } from './report.ts';
import { warmRounds } from './rounds.ts';

const options = readOptions();
const binding = bindingTo(options.core);
const bind = binding ?? unbound;
const note = (text: string) => process.stderr.write(`${text}\n`);

note(`准备 ${options.records + options.warmUp} 份数据 …`);
const facts = makeInputs();

note('热机 …');
const warm = await warmRounds(Object.keys(contestants), options, bind);
note('冷启动 …');
const cold = coldRuns(options.cold, bind);

const run: Run = {
  machine: describeMachine(),
  boundTo: binding === null ? null : options.core,
  options,
  facts,
  warm: Object.fromEntries(warm),
  cold: cold && Object.fromEntries(cold),
};
writeFileSync(lastRun, `${JSON.stringify(run, null, 2)}\n`);
process.stdout.write(printRun(run));
