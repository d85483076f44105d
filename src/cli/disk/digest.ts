import { hash } from 'node:crypto';

/** The SHA-256 of a text (as UTF-8) or of bytes, in hexadecimal. */
export const digestOf = (content: string | Uint8Array): string => hash('sha256', content);
