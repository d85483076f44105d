import path from 'node:path';
import { FACES_FILE, FORM_FILE } from '../../blueprint/index.ts';

export const isYaml = (file: string): boolean => /\.ya?ml$/iu.test(file);

/** Whether a file may be a record by its name: YAML, and neither a form nor the names of fonts. */
export const mayBeRecord = (file: string): boolean =>
  isYaml(file) && ![FORM_FILE, FACES_FILE].includes(path.basename(file));
