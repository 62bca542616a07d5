/** One table of a release: columns and rows of its Parquet file, read by ranges and kept once read. */

import { decompress } from 'fzstd';
import type { FileMetaData } from 'hyparquet';
import { parquetMetadataAsync, parquetRead } from 'hyparquet';
import { type RemoteFile, TAIL } from './remote_file';

export type Cell = string | number | boolean | null | readonly string[];
export type Row = Readonly<Record<string, Cell>>;
export type Column = readonly Cell[];

const COMPRESSORS = {
  ZSTD: (input: Uint8Array, length: number) => decompress(input, new Uint8Array(length)),
};

/** A value as the site uses it: whole numbers as numbers, days as ISO dates. */
function plain(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(String);
  return value as Cell;
}

/** Files up to this size are read by whole row groups: a request more costs more than it saves. */
const SMALL = 300_000;
/** Rows that are read together where single ones are asked for: about as many as a page of texts holds. */
const BLOCK = 512;

interface Group {
  readonly start: number;
  readonly end: number;
}

export class Table {
  readonly #columns = new Map<string, Promise<Cell[]>>();
  readonly #parts = new Map<string, Promise<Cell[]>>();
  readonly columnNames: ReadonlySet<string>;
  readonly rows: number;

  private constructor(
    readonly name: string,
    private readonly file: RemoteFile,
    private readonly metadata: FileMetaData,
  ) {
    this.rows = Number(metadata.num_rows);
    const root = metadata.schema[0];
    const names: string[] = [];
    // The schema is the tree in depth-first order: the children of the root are the columns.
    for (let at = 1, left = root?.num_children ?? 0; left > 0; left--) {
      names.push(metadata.schema[at]?.name ?? '');
      at = afterSubtree(metadata.schema, at);
    }
    this.columnNames = new Set(names);
  }

  static async open(name: string, file: RemoteFile): Promise<Table> {
    return new Table(
      name,
      file,
      await parquetMetadataAsync(file, { geoparquet: false, initialFetchSize: TAIL }),
    );
  }

  /** Size of the file. */
  get byteLength(): number {
    return this.file.byteLength;
  }

  /** A whole column; nulls where the table has none of that name. */
  column(name: string): Promise<Cell[]> {
    const known = this.#columns.get(name);
    if (known) return known;
    const groups = this.#groups();
    const read = Promise.all(groups.map((group) => this.#part(name, group))).then((parts) => parts.flat());
    this.#columns.set(name, read);
    return read;
  }

  /** Whole columns by name. */
  async columns<Name extends string>(...names: Name[]): Promise<Record<Name, Cell[]>> {
    const read = await Promise.all(names.map((name) => this.column(name)));
    return Object.fromEntries(names.map((name, at) => [name, read[at]])) as Record<Name, Cell[]>;
  }

  /** The rows with `value` in `column`; only those parts of the file are read that may hold any. */
  async rowsWhere(
    column: string,
    value: string,
    names: readonly string[] = [...this.columnNames],
  ): Promise<Row[]> {
    if (!this.columnNames.has(column)) return [];
    const found = await Promise.all(
      this.#groups(column, value).map(async (group) => {
        const keys = await this.#part(column, group);
        const at = keys.flatMap((key, index) => (key === value ? [index] : []));
        const [first, last] = [at[0], at.at(-1)];
        if (first === undefined || last === undefined) return [];
        // The rows of a document lie together.
        const columns = await Promise.all(
          names.map((name) => this.#range(name, group, group.start + first, group.start + last + 1)),
        );
        return at.map((index) => rowAt(names, columns, index - first));
      }),
    );
    return found.flat();
  }

  /** The cells of a column in some rows, by their numbers; only the blocks that hold them are read. */
  async cellsAt(name: string, rows: readonly number[]): Promise<Cell[]> {
    const whole = this.#columns.get(name);
    if (whole) {
      const cells = await whole;
      return rows.map((row) => cells[row] ?? null);
    }
    const groups = this.#groups();
    return Promise.all(
      rows.map(async (row) => {
        const group = groups.find((one) => row < one.end);
        if (!group) return null;
        const start = group.start + Math.floor((row - group.start) / BLOCK) * BLOCK;
        const cells = await this.#range(name, group, start, Math.min(start + BLOCK, group.end));
        return cells[row - start] ?? null;
      }),
    );
  }

  /** Some columns of the rows from `start` to before `end`, as rows. */
  async rowsBetween(start: number, end: number, names: readonly string[]): Promise<Row[]> {
    const numbers = Array.from(
      { length: Math.max(0, Math.min(end, this.rows) - start) },
      (_, at) => start + at,
    );
    const columns = await Promise.all(names.map((name) => this.cellsAt(name, numbers)));
    return numbers.map((_, at) => rowAt(names, columns, at));
  }

  /** A range of rows within a group; by its pages where the group is large and the file knows them. */
  async #range(name: string, group: Group, start: number, end: number): Promise<Cell[]> {
    const isMost = (end - start) * 2 > group.end - group.start;
    if (isMost || this.file.byteLength <= SMALL || this.#parts.has(partKey(name, group))) {
      return (await this.#part(name, group)).slice(start - group.start, end - group.start);
    }
    const key = `${start}-${end} ${name}`;
    const known = this.#parts.get(key);
    if (known) return known;
    const read = this.#read(name, { start, end });
    this.#parts.set(key, read);
    return read;
  }

  #groups(column?: string, value?: string): Group[] {
    let start = 0;
    const groups: Group[] = [];
    for (const group of this.metadata.row_groups) {
      const end = start + Number(group.num_rows);
      const statistics = group.columns.find((one) => one.meta_data?.path_in_schema[0] === column)?.meta_data
        ?.statistics;
      if (end > start && (value === undefined || mayHold(statistics, value))) groups.push({ start, end });
      start = end;
    }
    return groups;
  }

  #part(name: string, group: Group): Promise<Cell[]> {
    const key = partKey(name, group);
    const known = this.#parts.get(key);
    if (known) return known;
    const read = this.#read(name, group);
    this.#parts.set(key, read);
    return read;
  }

  async #read(name: string, group: Group): Promise<Cell[]> {
    const cells: Cell[] = new Array(group.end - group.start).fill(null);
    if (!this.columnNames.has(name)) return cells;
    await parquetRead({
      file: this.file,
      metadata: this.metadata,
      columns: [name],
      rowStart: group.start,
      rowEnd: group.end,
      compressors: COMPRESSORS,
      geoparquet: false,
      useOffsetIndex: true,
      onChunk: ({ columnData, rowStart }) => {
        // Pages may begin before the range and end after it.
        for (let at = 0; at < columnData.length; at++) {
          const row = rowStart - group.start + at;
          if (row >= 0 && row < cells.length) cells[row] = plain(columnData[at]);
        }
      },
    });
    return cells;
  }
}

function partKey(name: string, group: Group): string {
  return `${group.start} ${name}`;
}

function rowAt(names: readonly string[], columns: readonly Column[], at: number): Row {
  return Object.fromEntries(names.map((name, column) => [name, columns[column]?.[at] ?? null]));
}

function afterSubtree(schema: FileMetaData['schema'], at: number): number {
  let next = at + 1;
  for (let left = schema[at]?.num_children ?? 0; left > 0; left--) next = afterSubtree(schema, next);
  return next;
}

/** Whether a row group may hold a text, by its least and greatest; Parquet orders texts by their UTF-8 bytes. */
function mayHold(
  statistics: { min_value?: unknown; max_value?: unknown } | undefined,
  value: string,
): boolean {
  const { min_value: least, max_value: greatest } = statistics ?? {};
  if (typeof least !== 'string' || typeof greatest !== 'string') return true;
  // Bounds may be cut; then they are still bounds, since a cut upper one is raised.
  return byBytes(least, value) <= 0 && byBytes(value, greatest) <= 0;
}

function byBytes(a: string, b: string): number {
  const encoder = new TextEncoder();
  const [one, other] = [encoder.encode(a), encoder.encode(b)];
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
