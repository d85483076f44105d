import type { Enclosure } from '../../../base/index.ts';
import { type Entry, ownEntry, sharedEntry } from './archive.ts';
import { escapeXml, XML_DECLARATION } from './xml.ts';

/** The namespace of our custom XML part; readers know it by this. */
const NAMESPACE = 'urn:biaoli:source:1';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** Tells our part from other custom XML of a document; a document has one of ours. */
const ITEM = '{6F0F6C1E-2B7B-4C7E-9A55-0B1A0E11B1A0}';

/** The relation of the document to the part (ISO/IEC 29500-1, 15.2.5). */
export const linkedFromDocument = `<Relationship Id="rIdSource" Type="${OFFICE}/relationships/customXml" Target="../customXml/item1.xml"/>`;

/** What the table of content types says of the part's properties. */
export const propertiesOverride =
  '<Override ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml" PartName="/customXml/itemProps1.xml"/>';

/** The properties of the part, without which Word and LibreOffice do not keep it (ISO/IEC 29500-1, 15.2.6). */
export const propertiesEntries = (): readonly Entry[] => [
  sharedEntry(
    'customXml/_rels/item1.xml.rels',
    `${XML_DECLARATION}<Relationships xmlns="${PACKAGE}">` +
      `<Relationship Id="rId1" Type="${OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  ),
  sharedEntry(
    'customXml/itemProps1.xml',
    `${XML_DECLARATION}<ds:datastoreItem xmlns:ds="${OFFICE}/customXml" ds:itemID="${ITEM}">` +
      `<ds:schemaRefs><ds:schemaRef ds:uri="${NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  ),
];

/** The part: the facts as JSON, and the YAML in Base64, as XML would change its line ends and drop its mark. */
export const enclosedEntry = ({ source, facts }: Enclosure): Entry =>
  ownEntry(
    'customXml/item1.xml',
    `${XML_DECLARATION}<document xmlns="${NAMESPACE}"><facts>${escapeXml(facts)}</facts>` +
      `<source encoding="base64">${Buffer.from(source).toString('base64')}</source></document>`,
  );
