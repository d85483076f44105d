import { type DiagnosticInit, flatMap, type Span } from '../../base/index.ts';
import { words } from '../../blueprint/index.ts';
import type { CellSpec } from '../types.ts';
import type { Loop } from './elements.ts';

const { name: nameWord, below, rows } = words.view;

/** F009 for a group whose label has nothing to stand beside; `empty` are the loops in it that went through nothing. */
export function emptyGroup(label: CellSpec, empty: readonly Loop[], at: Span): DiagnosticInit {
  const runs = flatMap(label.paragraphs, (paragraph) => paragraph.runs);
  const fromData = runs.find(({ origin }) => origin.kind !== 'template' && origin.kind !== 'generated');
  const name = runs.map(({ text }) => text).join('');
  // What a partial calls its loops says nothing to the author of a group around it.
  const own = [...new Set(empty.filter(({ file }) => file === at.file).map(({ path }) => path))];
  const seen = own.map((path) => `，{{#each ${path}}} 一项也没有`);
  return {
    code: 'F009',
    at,
    message: `${name === '' ? '这一组（栏目是空的）' : `组“${name}”`}里一行也没有${seen.join('')}`,
    advice: adviseFor(own[0]),
    related: fromData ? [{ at: fromData.origin.span, message: '这一项在数据里' }] : [],
  };
}

function adviseFor(path: string | undefined): string {
  if (path === undefined) return '给这一项填上内容，或在模板里用 {{#if}} 把空的组略去。';
  if (path.endsWith(below)) {
    const instead = `<group><label span="2">{{${nameWord}}}</label>{{#each ${rows}}}<row>…</row>{{/each}}</group>`;
    return `一级没有二级时也要有行：写成 {{#if ${path}}}（这一组）{{else}}${instead}{{/if}}。`;
  }
  return `没有内容时也要有行：在 {{/each}} 前面加 {{else}}<row>…</row>，或用 {{#if ${path}}} 把这一组略去。`;
}
