import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { relativePath } from './disk/paths.ts';

/** Where schemas lie that the forms' own folder cannot give: below the folder people work in, to be kept with the data. */
const KEPT = '.biaoli/schema';

/** Where a record finds the JSON Schema of its form. */
export type SchemaPlace = {
  /** What the record's first line says: a path from the record, or a URL where a path cannot be said. */
  readonly reference: string;
  /** The file to be written first; null: the form has it. */
  readonly toWrite: string | null;
};

/** A record that is to be made, by the folder people work in and the form's own schema (which may not be there). */
export type Making = { readonly folder: string; readonly file: string; readonly schema: string };

/**
 * The form's own schema where it lies in the folder people work in (and is kept with their data, as packages are not);
 * else a copy below that folder, or below the record's where it is written elsewhere.
 */
export function schemaPlace({ folder, file, schema }: Making): SchemaPlace {
  const base = isInside(folder, file) ? folder : path.dirname(file);
  if (isKept(base, schema)) return { reference: referenceTo(schema, file), toWrite: null };
  const name = path.basename(path.dirname(schema)).replace(/[\s#]/gu, '_');
  const toWrite = path.join(base, KEPT, `${name}.json`);
  return { reference: referenceTo(toWrite, file), toWrite };
}

/**
 * The reference for a record of which only the text is wanted; null where the schema is not kept with the data: where it
 * lies on this computer is of no use on another.
 */
export const schemaReference = ({ folder, file, schema }: Making): string | null =>
  isKept(folder, schema) ? referenceTo(schema, file) : null;

const isKept = (folder: string, schema: string): boolean =>
  isInside(folder, schema) && !segmentsOf(folder, schema).includes('node_modules') && existsSync(schema);

function isInside(folder: string, file: string): boolean {
  const [first = '..'] = segmentsOf(folder, file);
  return first !== '..' && !path.isAbsolute(first);
}

const segmentsOf = (folder: string, file: string): string[] => path.relative(folder, file).split(path.sep);

/** Editors read the reference up to the first blank, and a `#` as the beginning of a fragment. */
function referenceTo(schema: string, file: string): string {
  const relative = relativePath(path.dirname(file), schema);
  return /[\s#]/u.test(relative) ? pathToFileURL(schema).href : relative;
}
