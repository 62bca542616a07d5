/** A file that is read by ranges, from any host; where the host knows no ranges, it is fetched whole. */

/** Bytes fetched first, from a file's end: the footer of a Parquet file of some dozen row groups. */
export const TAIL = 64 * 1024;
/** A gap between two ranges that is fetched with them, since a request costs more: some 20 ms at 20 Mbit/s. */
const GAP = 48 * 1024;

/** Ranges up to this size are kept: indexes of pages, which are read anew for every part of a column. */
const KEPT = 8 * 1024;

export interface RemoteFile {
  readonly byteLength: number;
  slice(start: number, end?: number): Promise<ArrayBuffer>;
}

export class MissingFile extends Error {
  constructor(readonly url: string) {
    super(`${url} is not there`);
  }
}

function inMemory(bytes: ArrayBuffer): RemoteFile {
  return {
    byteLength: bytes.byteLength,
    slice: async (start, end) => bytes.slice(start, end),
  };
}

async function got(url: string, range: string): Promise<Response> {
  const response = await fetch(url, { headers: { Range: range } });
  if (response.status === 404) throw new MissingFile(url);
  // A file shorter than the range asked for: some hosts refuse instead of giving what there is.
  if (response.status === 416) return fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return response;
}

/** Open a file with one request, that for its tail. */
export async function openRemote(url: string): Promise<RemoteFile> {
  const response = await got(url, `bytes=-${TAIL}`);
  const tail = await response.arrayBuffer();
  const size = /\/(\d+)$/.exec(response.headers.get('Content-Range') ?? '')?.[1];
  if (response.status !== 206 || size === undefined) return inMemory(tail);
  const byteLength = Number(size);
  const tailStart = byteLength - tail.byteLength;
  const read = gathered(async (start, end) => {
    const part = await got(url, `bytes=${start}-${end - 1}`);
    const bytes = await part.arrayBuffer();
    return part.status === 206 ? bytes : bytes.slice(start, end);
  });
  return {
    byteLength,
    async slice(start, end = byteLength) {
      return start >= tailStart ? tail.slice(start - tailStart, end - tailStart) : read(start, end);
    },
  };
}

type ReadRange = (start: number, end: number) => Promise<ArrayBuffer>;

interface Asked {
  readonly start: number;
  readonly end: number;
  readonly resolve: (bytes: ArrayBuffer) => void;
  readonly reject: (error: unknown) => void;
}

/** Ranges that are asked for at one time and lie near each other are read as one. */
export function gathered(read: ReadRange): ReadRange {
  let waiting: Asked[] = [];
  const flush = () => {
    const asked = waiting.sort((a, b) => a.start - b.start);
    waiting = [];
    for (const run of runs(asked)) {
      const start = Math.min(...run.map((one) => one.start));
      const end = Math.max(...run.map((one) => one.end));
      read(start, end).then(
        (bytes) => {
          for (const one of run) one.resolve(bytes.slice(one.start - start, one.end - start));
        },
        (error: unknown) => {
          for (const one of run) one.reject(error);
        },
      );
    }
  };
  const kept = new Map<string, Promise<ArrayBuffer>>();
  return (start, end) => {
    const key = `${start}-${end}`;
    const known = kept.get(key);
    if (known) return known;
    const bytes = new Promise<ArrayBuffer>((resolve, reject) => {
      if (waiting.length === 0) setTimeout(flush);
      waiting.push({ start, end, resolve, reject });
    });
    if (end - start <= KEPT) {
      kept.set(key, bytes);
      // What failed is asked for again.
      bytes.catch(() => kept.delete(key));
    }
    return bytes;
  };
}

function runs(sorted: readonly Asked[]): Asked[][] {
  const found: Asked[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const one of sorted) {
    if (one.start <= reach + GAP) found.at(-1)?.push(one);
    else found.push([one]);
    reach = Math.max(reach, one.end);
  }
  return found;
}
