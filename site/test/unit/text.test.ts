import { describe, expect, test } from 'vitest';
import { simplified } from '../../src/text/script';
import { folded, hits, holdsAll, queryTerms } from '../../src/text/search';
import { pieces } from '../../src/text/spans';

describe('search', () => {
  test('takes Traditional for Simplified', async () => {
    expect(await simplified('長江經濟帶')).toBe('长江经济带');
    expect(await queryTerms('長江 生態環境')).toEqual(['长江', '生态环境']);
  });

  test('folds case and width, and keeps the length', () => {
    expect(folded('ＰＭ２．５　PM2.5％')).toBe('pm2.5 pm2.5%');
    expect(folded('İstanbul 𠀀').length).toBe('İstanbul 𠀀'.length);
  });

  test('finds words of two characters wherever they stand', () => {
    expect(holdsAll('共抓长江大保护', ['长江', '江大'])).toBe(true);
    expect(holdsAll('共抓长江大保护', ['长江', '黄河'])).toBe(false);
  });

  test('marks what was found, and joins what touches', () => {
    expect(hits('生态环境与生态', ['生态', '态环境'])).toEqual([
      { start: 0, end: 4 },
      { start: 5, end: 7 },
    ]);
  });

  test('knows no special characters', async () => {
    expect(await queryTerms('.* (')).toEqual(['.*', '(']);
    expect(hits('a.*b', ['.*'])).toEqual([{ start: 1, end: 3 }]);
  });
});

describe('pieces', () => {
  test('are cut at the ends of all spans, in code points', () => {
    const cut = pieces('𠀀长江大保护', [
      { start: 0, end: 3, of: 'a' },
      { start: 2, end: 4, of: 'b' },
    ]);
    expect(cut.map(({ text, covers }) => [text, ...covers])).toEqual([
      ['𠀀长', 'a'],
      ['江', 'a', 'b'],
      ['大', 'b'],
      ['保护'],
    ]);
  });

  test('keep what has no length, also at the ends', () => {
    const cut = pieces('长江', [
      { start: 0, end: 0, of: 'first' },
      { start: 2, end: 2, of: 'last' },
    ]);
    expect(cut.map(({ text, points }) => [text, ...points])).toEqual([
      ['长江', 'first'],
      ['', 'last'],
    ]);
  });

  test('give the whole text back, whatever the spans', () => {
    const text = '加快建设𠀀美丽中国。';
    for (let round = 0; round < 50; round++) {
      const spans = Array.from({ length: round % 7 }, (_, at) => {
        const start = (round * 7 + at * 5) % 11;
        return { start, end: start + ((round + at) % 6), of: at };
      });
      expect(
        pieces(text, spans)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }
  });
});
