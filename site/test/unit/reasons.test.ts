import { afterEach, describe, expect, test } from 'vitest';
import { keepLanguage } from '../../src/i18n/language';
import { reasonInWords } from '../../src/i18n/reasons';

describe('reasons', () => {
  afterEach(() => keepLanguage('zh'));

  test('are worded in Chinese with what they name', () => {
    keepLanguage('zh');
    expect(
      reasonInWords('施 would fit here better than 旋; 93 % likely a slip, by what official texts print'),
    ).toBe('此处“旋”似应作“施”；约有 93% 可能是误字（据公文用字统计）');
    expect(reasonInWords('a character printed twice: 持 alone is likelier here')).toContain('“持”');
  });

  test('may hold a semicolon of their own', () => {
    keepLanguage('zh');
    expect(
      reasonInWords(
        'looks like text that was read in the wrong encoding; encoding it back does not prove which',
      ),
    ).toBe('似以错误编码读入，还原编码不能证明是哪一种');
  });

  test('stay as they are in English, and where a curator wrote them', () => {
    keepLanguage('zh');
    expect(reasonInWords('穿梭巴士 is a common word; 穿楼 is no word')).toBe(
      '穿梭巴士 is a common word; 穿楼 is no word',
    );
    keepLanguage('en');
    expect(reasonInWords('a remnant of HTML')).toBe('a remnant of HTML');
  });
});
