import { describe, expect, test } from 'vitest';
import { withoutComment } from '../../../src/source/comments.ts';
import { faults } from './read.ts';

describe('a comment behind a value', () => {
  test.each([
    ['甲: 一  # 注', '甲: 一'],
    ['甲: 一# 二', '甲: 一# 二'],
    ['# 注', ''],
    ['甲: "一 # 二" # 注', '甲: "一 # 二"'],
    ["甲: 'it''s # 一' # 注", "甲: 'it''s # 一'"],
    ['甲: "一 \\" # 二" # 注', '甲: "一 \\" # 二"'],
    ["甲: it's 一 # 注", "甲: it's 一"],
    ['甲: { 乙: 一 } # { 注', '甲: { 乙: 一 }'],
    ['甲: { 乙: 一 # 二 }', '甲: { 乙: 一 # 二 }'],
  ])('%j is %j without it', (line, said) => {
    expect(withoutComment(line)).toBe(said);
  });

  test.each([
    ['甲: { 乙：一 }  # 见 { 丙：二 }', '写成“{ 乙: 一 }”：'],
    ['甲: { 消息: 差 {差} }  # 见, 丙: 差 {差}', "写成 消息: '差 {差}'。"],
    ['甲: {差}多了  # 见：丙', "写成 '{差}多了'；"],
    ['甲: @一  # 注', "写成 '@一'。"],
    ['甲: ｜  # 几段\n  一', '写成“甲: |”：'],
  ])('is left alone by the advice for %j', (text, advice) => {
    const [fault = '', ...others] = faults(text);
    expect(others).toEqual([]);
    expect(fault).toContain(advice);
    expect(fault).not.toMatch(/[#丙]/u);
  });
});
