import { type Diagnostic, type Outcome, settle, type World } from '../../base/index.ts';
import type { Blueprint } from '../../blueprint/index.ts';
import { checkTemplate } from './check.ts';
import { compileTemplate, type Template } from './compile.ts';
import { type ParsedTemplate, parseTemplate } from './parse.ts';
import { shapeOf } from './shape.ts';

const SUFFIX = '.hbs';
const FORM = 'form';

/** Loads form.hbs from the nearest folder of a blueprint that has one, with all partials it may use. */
export function loadTemplate(world: World, blueprint: Blueprint, shared: readonly string[]): Outcome<Template> {
  const { folders } = blueprint;
  const home = folders.find((folder) => world.listFiles(folder).includes(FORM + SUFFIX)) ?? folders[0];
  const problems: Diagnostic[] = [];
  const read = (file: string): ParsedTemplate | null => {
    const text = world.readText(file);
    const parsed = text.ok ? parseTemplate(file, text.value) : text;
    if (!parsed.ok) problems.push(...parsed.problems);
    return parsed.ok ? parsed.value : null;
  };
  const form = read(`${home}/${FORM}${SUFFIX}`);
  const partials = new Map<string, ParsedTemplate>();
  for (const folder of [...folders, ...shared]) {
    for (const file of world.listFiles(folder)) {
      const name = file.slice(0, -SUFFIX.length).normalize('NFC');
      if (!file.endsWith(SUFFIX) || name === FORM || partials.has(name)) continue;
      const partial = read(`${folder}/${file}`);
      if (partial) partials.set(name, partial);
    }
  }
  if (form === null || problems.length > 0) return settle(undefined as never, problems);
  problems.push(...checkTemplate(form, partials, shapeOf(blueprint.fields)));
  if (problems.length > 0) return settle(undefined as never, problems);
  return settle(compileTemplate(form, partials), []);
}
