/** DuckDB in the browser, on the release's own database; it has no network beyond this site, and no extensions. */

import * as duckdb from '@duckdb/duckdb-wasm';
import { DataType, type Table, type Vector } from 'apache-arrow';
import type { Cell } from '../release/table';

export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const DATABASE = 'gangyao.duckdb';

let opened: Promise<duckdb.AsyncDuckDBConnection> | undefined;

/** Run a query. What DuckDB refuses is thrown with its reason. */
export async function ask(base: string, query: string): Promise<Answer> {
  opened ??= open(base);
  // A failure to open is not kept: the next query tries again.
  opened.catch(() => {
    opened = undefined;
  });
  return plain(await (await opened).query(query));
}

async function open(base: string): Promise<duckdb.AsyncDuckDBConnection> {
  const folder = new URL('duckdb/', document.baseURI);
  const worker = new Worker(new URL('duckdb-browser-eh.worker.js', folder));
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  const module = await unpacked(new URL('duckdb-eh.wasm.gz', folder));
  try {
    await database.instantiate(module);
  } finally {
    URL.revokeObjectURL(module);
  }
  const address = new URL(`${base}${DATABASE}`, document.baseURI).href;
  // The protocol reads the file by ranges as the query needs them.
  await database.registerFileURL(DATABASE, address, duckdb.DuckDBDataProtocol.HTTP, false);
  await database.open({
    path: DATABASE,
    accessMode: duckdb.DuckDBAccessMode.READ_ONLY,
    query: { castBigIntToDouble: true, castDecimalToDouble: true },
  });
  const connection = await database.connect();
  for (const setting of [
    'autoinstall_known_extensions',
    'autoload_known_extensions',
    'enable_external_access',
  ]) {
    await connection.query(`SET ${setting} = false`);
  }
  await connection.query('SET lock_configuration = true');
  return connection;
}

/** The address of the engine, unpacked by the browser itself. */
async function unpacked(address: URL): Promise<string> {
  const response = await fetch(address);
  if (!response.ok || !response.body)
    throw new Error(`${address}: ${response.status} ${response.statusText}`);
  const unpacked = new Response(response.body.pipeThrough(new DecompressionStream('gzip')));
  return URL.createObjectURL(new Blob([await unpacked.arrayBuffer()], { type: 'application/wasm' }));
}

function plain(table: Table): Answer {
  const columns = table.schema.fields.map((field) => field.name);
  const vectors = columns.map((_, at) => table.getChildAt(at));
  const rows = Array.from({ length: table.numRows }, (_, row) =>
    vectors.map((vector) => (vector ? cell(vector, vector.get(row)) : null)),
  );
  return { columns, rows };
}

function cell(vector: Vector, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (DataType.isDate(vector.type)) return new Date(Number(value)).toISOString().slice(0, 10);
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  // A list; structs, which no table holds, are shown as they print themselves.
  return Symbol.iterator in Object(value) ? Array.from(value as Iterable<unknown>, String) : String(value);
}
