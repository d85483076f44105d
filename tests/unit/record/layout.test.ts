import { expect, test } from 'vitest';
import { formWith, successOf } from '../blueprint/support.ts';
import { faultsOf, recordOf } from './support.ts';

const form = formWith('名称: 文字');

/** A record that is sound but for its 排版. */
const withLayout = (lines: string): string => `表: 表一\n名称: 甲\n${lines}`;

const fitOf = (lines: string) => successOf(recordOf(form, withLayout(lines))).layout.fit;

test.each([
  ['排版: { fit: 2页 }', 2],
  ['排版: { fit: 2 }', 2],
  ['排版: { fit: 99 页 }', 99],
  ['排版:\n  fit: 1', 1],
])('%j asks for so many pages, and says so in its own place', (lines, pages) => {
  const fit = fitOf(lines);
  expect(fit?.pages).toBe(pages);
  const text = withLayout(lines);
  expect(text.slice(fit?.at.start, fit?.at.end)).toMatch(/^\d+( ?页)?$/);
});

test.each(['', '排版:', '排版: {}', '排版: { fit: }'])('%j asks for nothing', (lines) => {
  expect(fitOf(lines)).toBeNull();
});

test.each([
  ['排版: 2页', '3:5 «2页» R008 “排版”应是一组 → 写成“排版: { fit: 2页 }”。'],
  ['排版: [2页]', '3:5 «[2页]» R008 “排版”应是一组 → 写成“排版: { fit: 2页 }”。'],
  ['排版: { fitt: 2页 }', '3:7 «fitt» R002 “排版”里没有“fitt”这一项 → 是不是“fit”？'],
  ['排版: { 缩小: 是 }', '3:7 «缩小» R002 “排版”里没有“缩小”这一项 → 可以写的有：fit。'],
  ['排版: { fit: 两页 }', '3:12 «两页» R005 “fit”应是 1 到 99 页，这里写的是“两页” → 写成“排版: { fit: 2页 }”。'],
  ['排版: { fit: 0 }', '3:12 «0» R005 “fit”应是 1 到 99 页，这里写的是“0” → 写成“排版: { fit: 2页 }”。'],
  ['排版: { fit: 100 }', '3:12 «100» R005 “fit”应是 1 到 99 页，这里写的是“100” → 写成“排版: { fit: 2页 }”。'],
  ['排版: { fit: [2] }', '3:12 «[2]» R005 “fit”应是 1 到 99 页 → 写成“排版: { fit: 2页 }”。'],
])('%j is told at its place', (lines, fault) => {
  expect(faultsOf(form, withLayout(lines))).toEqual([fault]);
});
