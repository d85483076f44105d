import { bodies } from './page.ts';

/** Rows of indicators under a name of level two, one of them wrong. */
export const rows = (second: string, row: string): string =>
  `绩效指标:\n  ${second.startsWith('满意度') || second.startsWith('服务') ? '满意度' : '产出'}指标:\n    ${second}:\n      - ${row}\n`;

/** A record with such a row, wrong and right. */
export const pair = (second: string, wrong: string, right: string) => bodies(rows(second, wrong), rows(second, right));
