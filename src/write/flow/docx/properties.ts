import type { Meta } from '../../../base/index.ts';
import { escapeXml, XML_DECLARATION } from './xml.ts';

/** `docProps/core.xml`, without dates: a document made twice is the same document. */
export const corePropertiesXml = (meta: Meta): string =>
  `${XML_DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
  'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  `<dc:title>${escapeXml(meta.title)}</dc:title><dc:creator>${escapeXml(meta.author)}</dc:creator>` +
  `<dc:language>${escapeXml(meta.language)}</dc:language></cp:coreProperties>`;
