import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { World } from '../../../src/base/index.ts';
import { notingWorld, type Seen } from '../../../src/cli/presses/noting.ts';
import { openBatches } from '../../../src/cli/watch/batches.ts';
import { groundOf } from '../../../src/cli/watch/ground.ts';
import { folderWith } from './support.ts';

describe('batches of changes', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const begin = () => {
    vi.useFakeTimers();
    const stop = new AbortController();
    return { stop, batches: openBatches(stop.signal) };
  };

  it('what follows each other closely comes together; what comes later comes in the next', async () => {
    const { batches } = begin();
    batches.add('a', 'content');
    await vi.advanceTimersByTimeAsync(20);
    batches.add('b', 'existence');
    batches.add('b', 'content');
    const first = batches.next();
    await vi.advanceTimersByTimeAsync(25);
    expect([...((await first) ?? [])]).toEqual([
      ['a', 'content'],
      ['b', 'existence'],
    ]);
    expect(batches.pending()).toBe(false);
    batches.add('c', 'content');
    expect(batches.pending()).toBe(true);
    const second = batches.next();
    await vi.advanceTimersByTimeAsync(25);
    expect([...((await second)?.keys() ?? [])]).toEqual(['c']);
  });

  it('a batch does not wait for ever while changes go on', async () => {
    const { batches } = begin();
    let done = false;
    const first = batches.next().then((batch) => {
      done = true;
      return batch;
    });
    for (let i = 0; i < 49; i += 1) {
      batches.add(`${i}`, 'content');
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(done).toBe(false);
    batches.add('last', 'content');
    await vi.advanceTimersByTimeAsync(10);
    expect(done).toBe(true);
    expect((await first)?.size).toBe(50);
  });

  it('there are none after the end', async () => {
    const { stop, batches } = begin();
    const next = batches.next();
    stop.abort();
    expect(await next).toBeNull();
    batches.add('a', 'content');
    expect(batches.pending()).toBe(false);
    expect(await batches.next()).toBeNull();
  });
});

describe('what is watched', () => {
  it('given folders with all below, the folders of files alone, patterns from their first fixed part', () => {
    const folder = folderWith({ 'data/甲/a.yaml': '', 'b.yaml': '' });
    const places = { templates: ['t'], fonts: ['f'] };
    const args = [`${folder}/data`, `${folder}/b.yaml`, `${folder}/data/*/x.yaml`, '*.yaml', 'x/{a,b}/**'];
    expect(groundOf(args, places, 'out')).toEqual({
      deep: ['t', 'f', `${folder}/data`, `${folder}/data`, '.', 'x'],
      flat: [folder],
      except: 'out',
    });
  });

  it('a noting world answers as the one below it, and knows what was asked', () => {
    const seen: Seen = { files: new Set(), folders: new Set(), answers: new Map() };
    const below = {
      readText: (file: string) => ({ ok: true, value: file, warnings: [] }),
      isMarked: () => false,
      listFiles: () => ['a'],
      listFolders: () => ['b'],
    } as unknown as World;
    const world = notingWorld(below, seen);
    expect(world.readText('x/y.yaml')).toMatchObject({ value: 'x/y.yaml' });
    expect([world.listFiles('x'), world.listFolders('./z/')]).toEqual([['a'], ['b']]);
    expect([...seen.files]).toEqual([path.resolve('x/y.yaml')]);
    expect([...seen.folders]).toEqual([path.resolve('x'), path.resolve('z')]);
  });
});
