import { formSchemaText } from '../../src/author/index.ts';
import type { Shelf } from '../../src/blueprint/index.ts';
import { everyForm } from './forms.ts';

/** The JSON Schema of every form, by the path of its file. */
export const schemaFiles = (shelf: Shelf): ReadonlyMap<string, string> =>
  new Map(everyForm(shelf).map((form) => [`${form.folders[0]}/schema.json`, formSchemaText(form)]));
