import { expect, test, vi } from 'vitest';
import { gathered, MissingFile, openRemote, TAIL } from '../../src/release/remote_file';

const FILE = Uint8Array.from({ length: 3 * TAIL }, (_, at) => at % 251);

function serve(answer: (range: string) => Response): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (_url: string, init?: RequestInit) => {
    const range = new Headers(init?.headers).get('Range') ?? '';
    asked.push(range);
    return answer(range);
  });
  return asked;
}

function part(range: string): Response {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  const start = first === '' ? FILE.length - Number(last) : Number(first);
  const end = first === '' ? FILE.length : Number(last) + 1;
  return new Response(FILE.slice(start, end), {
    status: 206,
    headers: { 'Content-Range': `bytes ${start}-${end - 1}/${FILE.length}` },
  });
}

test('the tail comes with the first request, the rest by ranges', async () => {
  const asked = serve(part);
  const file = await openRemote('x');
  expect(file.byteLength).toBe(FILE.length);
  expect(new Uint8Array(await file.slice(FILE.length - 8))).toEqual(FILE.slice(-8));
  expect(asked).toEqual([`bytes=-${TAIL}`]);
  expect(new Uint8Array(await file.slice(10, 20))).toEqual(FILE.slice(10, 20));
  expect(asked.at(-1)).toBe('bytes=10-19');
});

test('a host without ranges gives the whole file once', async () => {
  const asked = serve(() => new Response(FILE));
  const file = await openRemote('x');
  expect(new Uint8Array(await file.slice(10, 20))).toEqual(FILE.slice(10, 20));
  expect(asked.length).toBe(1);
});

test('a file that is not there is told from one that cannot be read', async () => {
  serve(() => new Response(null, { status: 404 }));
  await expect(openRemote('x')).rejects.toBeInstanceOf(MissingFile);
  serve(() => new Response(null, { status: 500, statusText: 'broken' }));
  await expect(openRemote('x')).rejects.toThrow('x: 500 broken');
});

test('ranges near each other are read as one, far ones apart', async () => {
  const read: [number, number][] = [];
  const slice = gathered(async (start, end) => {
    read.push([start, end]);
    return FILE.slice(start, end).buffer;
  });
  const bytes = await Promise.all([slice(20, 30), slice(0, 10), slice(2 * TAIL, 2 * TAIL + 5)]);
  expect(read).toEqual([
    [0, 30],
    [2 * TAIL, 2 * TAIL + 5],
  ]);
  expect(bytes.map((one) => [...new Uint8Array(one)])).toEqual([
    [...FILE.slice(20, 30)],
    [...FILE.slice(0, 10)],
    [...FILE.slice(2 * TAIL, 2 * TAIL + 5)],
  ]);
});
