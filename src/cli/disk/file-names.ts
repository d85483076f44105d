import path from 'node:path';

/** The file in a form's folder that says what form it is. */
export const FORM = 'form.yaml';

/** The file in a folder with fonts that gives them their names. */
export const FACES = 'faces.yaml';

export const isYaml = (file: string): boolean => /\.ya?ml$/iu.test(file);

/** Whether a file may be a record by its name: YAML, and neither a form nor the names of fonts. */
export const mayBeRecord = (file: string): boolean => isYaml(file) && ![FORM, FACES].includes(path.basename(file));

export const isFont = (file: string): boolean => /\.(?:ttf|otf|ttc)$/iu.test(file);
