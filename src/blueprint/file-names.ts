/** The file in a form's folder that says what form it is. */
export const FORM_FILE = 'form.yaml';

/** The file in a folder with fonts that gives them their names. */
export const FACES_FILE = 'faces.yaml';

export const isFont = (file: string): boolean => /\.(?:ttf|otf|ttc)$/iu.test(file);
