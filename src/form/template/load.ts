import {
  andThen,
  type Diagnostic,
  diagnostic,
  fail,
  type Outcome,
  settle,
  succeed,
  type World,
} from '../../base/index.ts';
import { type Blueprint, words } from '../../blueprint/index.ts';
import { checkTemplate } from './check.ts';
import { type Compiled, compileTemplate } from './compile.ts';
import { parseTemplate } from './parse.ts';
import { FORM, findPartials, SUFFIX } from './partials.ts';
import { shapeOf } from './shape.ts';
import { namesIn } from './unknown-names.ts';
import { type Unprinted, unprintedFields } from './unprinted.ts';

/** A form's template, checked and compiled once per process. */
export type Template = Compiled & {
  /** The fields that it prints nowhere. */
  readonly unprinted: Unprinted;
};

/**
 * Loads form.hbs from the nearest folder of a blueprint that has one, and the partials that it calls; faults of other
 * partials do not matter to it.
 */
export function loadTemplate(world: World, blueprint: Blueprint, shared: readonly string[]): Outcome<Template> {
  const { folders } = blueprint;
  const home = folders.find((folder) => world.listFiles(folder).includes(FORM + SUFFIX));
  const file = `${home ?? folders[0]}/${FORM}${SUFFIX}`;
  if (home === undefined) return fail(missing(file, blueprint.id));
  const shape = shapeOf(blueprint.fields);
  return andThen(world.readText(file), (text) =>
    andThen(parseTemplate(file, text, namesIn(shape)), (form) => {
      const partials = findPartials(world, [...folders, ...shared]);
      const { problems, printed } = checkTemplate(form, partials, {
        record: shape,
        styles: [...blueprint.ownStyles.keys()],
      });
      return andThen(settle(form, problems), () =>
        succeed({
          ...compileTemplate(form, partials.called(), blueprint.ownStyles),
          unprinted: unprintedFields(blueprint, shape, printed),
        }),
      );
    }),
  );
}

const missing = (file: string, id: string): Diagnostic =>
  diagnostic({
    code: 'E001',
    at: { file, start: 0, end: 0 },
    message: `“${id}”没有 ${FORM}${SUFFIX}，不知道表的样子`,
    advice: `在 form.yaml 旁边建一个 ${FORM}${SUFFIX}；和另一张表一样，就在 form.yaml 里写“${words.form.inherits}: 那张表的名称”。`,
  });
