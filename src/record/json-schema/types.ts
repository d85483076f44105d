/** A JSON Schema of draft-07, with the words that yaml-language-server adds to it (messages, snippets). */
export type JsonSchema = {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number)[];
  readonly const?: string;
  readonly examples?: readonly (string | number)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly if?: JsonSchema;
  readonly else?: JsonSchema;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  /** What the editor says where a value breaks any keyword beside it. */
  readonly errorMessage?: string;
  /** What the editor says where a text breaks `pattern`. */
  readonly patternErrorMessage?: string;
  readonly defaultSnippets?: readonly Snippet[];
};

/** Text to be put in at once; `$1`, `$2` … are where the cursor goes. */
export type Snippet = { readonly label: string; readonly description: string; readonly body: SnippetBody };
export type SnippetBody = { readonly [key: string]: string | SnippetBody };
