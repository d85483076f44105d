import { cpus, totalmem } from 'node:os';

/** What the figures depend on. */
export type Machine = {
  readonly processor: string;
  readonly cores: number;
  readonly gigabytes: number;
  readonly system: string;
  readonly node: string;
};

export const describeMachine = (): Machine => ({
  processor: cpus()[0]?.model.trim() ?? '?',
  cores: cpus().length,
  gigabytes: Math.round(totalmem() / 2 ** 30),
  system: `${process.platform} ${process.arch}`,
  node: process.version,
});
