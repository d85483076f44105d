import { availableParallelism } from 'node:os';

/** The results of tasks in their order; as many run at once as there are processors. */
export async function atOnce<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results = new Array<T>(tasks.length);
  const waiting = tasks.entries();
  const work = async () => {
    for (const [number, task] of waiting) results[number] = await task();
  };
  await Promise.all(Array.from({ length: Math.min(tasks.length, availableParallelism()) }, work));
  return results;
}
