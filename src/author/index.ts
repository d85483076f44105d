export { anyFormSchemaText, formSchemaText } from './schema-text.ts';
export { writeSkeleton } from './skeleton.ts';
