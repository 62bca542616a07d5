/** What a release says of itself: `datapackage.json`, the one place where tables and columns are described. */

export interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'array';
  /** The Chinese title; the name is the English one. */
  readonly title: string;
  readonly description: string;
  readonly valueDescriptions?: Readonly<Record<string, string>>;
  readonly constraints?: { readonly pattern?: string; readonly enum?: readonly string[] };
}

export interface Resource {
  readonly name: string;
  readonly title: string;
  readonly title_zh: string;
  readonly description: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly rows: number;
  readonly schema: {
    readonly fields: readonly Field[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource: string; readonly fields: readonly string[] };
    }[];
  };
}

export interface Descriptor {
  readonly title: string;
  readonly title_zh: string;
  readonly description: string;
  readonly version: string;
  readonly licenses: readonly { readonly name: string; readonly title: string; readonly path: string }[];
  readonly contributors: readonly { readonly title: string }[];
  readonly resources: readonly Resource[];
}

export function resourceOf(descriptor: Descriptor, table: string): Resource | undefined {
  return descriptor.resources.find((resource) => resource.name === table);
}

/** The column that alone is the key of a table; undefined where several are. */
export function idColumn(resource: Resource): string | undefined {
  return resource.schema.primaryKey.length === 1 ? resource.schema.primaryKey[0] : undefined;
}

/**
 * The tables whose rows may have this id, by the patterns of their keys: those that say more first.
 * A document's id is any text without a slash, an entity's holds one.
 */
export function tablesOfId(descriptor: Descriptor, id: string): string[] {
  const found = descriptor.resources.flatMap((resource) => {
    const key = idColumn(resource);
    const pattern = resource.schema.fields.find((field) => field.name === key)?.constraints?.pattern;
    return pattern !== undefined && new RegExp(`^(?:${pattern})$`, 'u').test(id)
      ? [{ table: resource.name, length: pattern.length }]
      : [];
  });
  return found.sort((a, b) => b.length - a.length).map((one) => one.table);
}
