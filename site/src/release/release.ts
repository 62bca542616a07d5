/** An open release: its descriptor, manifest, checksums and tables, each fetched when first asked for. */

import type { Descriptor } from './descriptor';
import { MissingFile, openRemote } from './remote_file';
import type { Row, Table } from './table';

export interface Manifest {
  readonly gangyao_version: string;
  readonly built_at: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly quality: readonly { readonly name: string; readonly value: number; readonly note?: string }[];
}

/** What the host of the site says of it: `site.json`. */
export interface Site {
  /** Address of the repository whose forms take error reports, without a slash at its end; null where unknown. */
  readonly repository: string | null;
  /** Pixels of a picture for a point of a PDF's page; null where there are no pictures at `pages/DOCUMENT/FILE/PAGE.png`. */
  readonly page_scale: number | null;
}

export interface Checksum {
  readonly path: string;
  readonly sha256: string;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

async function text(url: string): Promise<string> {
  const response = await fetch(url);
  if (response.status === 404) throw new MissingFile(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return response.text();
}

export class Release {
  readonly #tables = new Map<string, Promise<Table | undefined>>();
  readonly descriptor: () => Promise<Descriptor>;
  readonly manifest: () => Promise<Manifest | undefined>;
  readonly checksums: () => Promise<readonly Checksum[]>;
  readonly changes: () => Promise<string>;
  readonly site: () => Promise<Site>;

  constructor(readonly base: string) {
    this.descriptor = once(async () => JSON.parse(await text(`${base}datapackage.json`)));
    this.manifest = once(async () => parsed<Manifest>(await absentAsEmpty(text(`${base}manifest.json`))));
    this.checksums = once(async () => readChecksums(await absentAsEmpty(text(`${base}SHA256SUMS`))));
    this.changes = once(() => absentAsEmpty(text(`${base}CHANGES.md`)));
    this.site = once(
      async () =>
        parsed<Site>(await absentAsEmpty(text('site.json'))) ?? { repository: null, page_scale: null },
    );
  }

  /** A table; undefined where the release has none of that name (an older one, say). */
  table(name: string): Promise<Table | undefined> {
    const known = this.#tables.get(name);
    if (known) return known;
    const opened = openTable(name, `${this.base}parquet/${encodeURIComponent(name)}.parquet`);
    this.#tables.set(name, opened);
    return opened;
  }

  /** Rows of a table as `Shape` names their columns; no rows where there is no such table. */
  async rowsWhere<Shape = Row>(
    table: string,
    column: string,
    value: string,
    names?: readonly (keyof Shape & string)[],
  ): Promise<Shape[]> {
    const rows = await (await this.table(table))?.rowsWhere(column, value, names);
    return (rows ?? []) as Shape[];
  }

  /** Columns of a whole table, as rows. */
  async allRows<Shape = Row>(table: string, names?: readonly (keyof Shape & string)[]): Promise<Shape[]> {
    const opened = await this.table(table);
    if (!opened) return [];
    const wanted = names ?? ([...opened.columnNames] as (keyof Shape & string)[]);
    const columns = await opened.columns(...wanted);
    return Array.from({ length: opened.rows }, (_, at) =>
      Object.fromEntries(wanted.map((name) => [name, columns[name][at] ?? null])),
    ) as Shape[];
  }

  /** What names this release and no other: the version, and the start of the checksum of its descriptor. */
  async identity(): Promise<string> {
    const [descriptor, checksums] = await Promise.all([this.descriptor(), this.checksums()]);
    const sum = checksums.find((one) => one.path === 'datapackage.json')?.sha256;
    return sum ? `${descriptor.version}+${sum.slice(0, 12)}` : descriptor.version;
  }
}

/** The reader of Parquet comes with the first table: the first view needs none. */
async function openTable(name: string, address: string): Promise<Table | undefined> {
  const reader = import('./table');
  try {
    const file = await openRemote(address);
    return await (await reader).Table.open(name, file);
  } catch (error) {
    if (error instanceof MissingFile) return undefined;
    throw error;
  }
}

async function absentAsEmpty(reading: Promise<string>): Promise<string> {
  return reading.catch((error: unknown) => {
    if (error instanceof MissingFile) return '';
    throw error;
  });
}

function parsed<T>(json: string): T | undefined {
  return json === '' ? undefined : (JSON.parse(json) as T);
}

export function readChecksums(lines: string): Checksum[] {
  return lines.split('\n').flatMap((line) => {
    const found = /^([0-9a-f]{64}) [ *](.+)$/.exec(line);
    return found ? [{ sha256: found[1] ?? '', path: found[2] ?? '' }] : [];
  });
}
