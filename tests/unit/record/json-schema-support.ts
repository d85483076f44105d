import { andThen } from '../../../src/base/index.ts';
import { readRecord } from '../../../src/record/index.ts';
import { formSchema, type JsonSchema } from '../../../src/record/json-schema/index.ts';
import { parseSource } from '../../../src/source/index.ts';
import { blueprintOf, commons, openedShelf, successOf, worldOf } from '../blueprint/support.ts';

/** The JSON Schema of a form. */
export const schemaOf = (form: string): JsonSchema => formSchema(successOf(blueprintOf(form)));

/** Whether reading finds nothing wrong with a record of a form. */
export function accepts(form: string, record: string): boolean {
  const shelf = openedShelf(worldOf({ ...commons, 'templates/表一/form.yaml': form }));
  return andThen(parseSource('a.yaml', record), (source) => readRecord(source, shelf)).ok;
}
