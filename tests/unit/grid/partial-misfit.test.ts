import { describe, expect, test } from 'vitest';
import { andThen, pt, type Span } from '../../../src/base/index.ts';
import { buildGrid } from '../../../src/grid/index.ts';
import { settledTable } from '../../support/settled-table.ts';
import { expanded } from '../form/support.ts';

const row = '{{!-- 参数: 项 --}}{{#each 项}}<row><cell>{{名称}}</cell><cell/><cell/></row>{{/each}}';
const within = '{{!-- 参数: 项 --}}<group><label>内</label>{{> 行 项=项}}</group>';

/** The faults of a band with these columns that calls partials: code, what stands there, message, advice, related places. */
function faultsOf(content: string, columns: string): string[] {
  const template = `<form><table><band columns="${columns}">${content}</band></table></form>`;
  const given = { template, record: '列: [{ 名称: 甲 }, { 名称: 乙 }]', partials: { 行: row, 内: within } };
  const seen = ({ file, start, end }: Span): string =>
    file.endsWith('form.hbs') ? template.slice(start, end) : `${file.slice(file.lastIndexOf('/') + 1)}`;
  const grid = andThen(expanded(given), (form) => buildGrid(settledTable(form), pt(400)));
  return grid.ok
    ? []
    : grid.problems.map(
        ({ code, at, message, advice, related }) =>
          `${code} ${seen(at)} ${message} → ${advice} ${related.map((one) => `${seen(one.at)} ${one.message}`).join('，')}`,
      );
}

describe('rows of a partial that do not fit where the form calls it', () => {
  test('are told once, at the form’s own call, with both counts of columns', () => {
    expect(faultsOf('<group><label>外</label>{{> 行 项=列}}</group>', '40 30 30')).toEqual([
      'G002 {{> 行 项=列}} 部件“行”排 3 栏，这里只剩 2 栏 → 在这一段的 columns 里加 1 栏，或改部件的参数；部件自己不用改。 <band columns="40 30 30"> 这一段有 3 栏，左边的栏目占去 1 栏，行.hbs 部件里的这一行',
    ]);
  });

  test('are told at the call when a partial calls the one with the rows, whose labels count too', () => {
    expect(faultsOf('{{> 内 项=列}}', '20 20 20 20 20')).toEqual([
      'G004 {{> 内 项=列}} 部件“内”排 4 栏，这里有 5 栏 → 在这一段的 columns 里减 1 栏，或给左边的栏目加大 span；部件自己不用改。 <band columns="20 20 20 20 20"> 这一段有 5 栏，行.hbs 部件里的这一行',
    ]);
  });

  test('are told at each of two calls', () => {
    expect(faultsOf('{{> 行 项=列}}{{> 内 项=列}}', '50 50').map((one) => one.slice(0, 16))).toEqual([
      'G002 {{> 行 项=列}}',
      'G002 {{> 内 项=列}}',
    ]);
  });

  test('are no fault where they fit, beside a cell from above as well', () => {
    expect(faultsOf('<group><label>外</label>{{> 行 项=列}}</group>', '25 25 25 25')).toEqual([]);
    const above = '<row><cell/><cell/><cell/><cell rows="3"/></row>{{> 行 项=列}}';
    expect(faultsOf(above, '25 25 25 25')).toEqual([]);
    expect(faultsOf(`<group><label>外</label>${above}</group>`, '20 20 20 20 20')).toEqual([]);
  });

  test('leave faults of the form’s own rows as they are', () => {
    const own = '<row><cell span="4"/></row>{{> 行 项=列}}';
    expect(faultsOf(own, '30 30 40').map((one) => one.slice(0, 22))).toEqual(['G002 <cell span="4"/> ']);
  });
});
