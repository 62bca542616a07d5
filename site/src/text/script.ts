/** Traditional to Simplified, by OpenCC's tables: what is sought is turned into the script of the `text` columns. */

let conversion: Promise<(text: string) => string> | undefined;

async function load(): Promise<(text: string) => string> {
  const [{ CustomConverter }, { default: characters }, { default: phrases }] = await Promise.all([
    import('opencc-js/core'),
    import('opencc-js/dict/TSCharacters'),
    import('opencc-js/dict/TSPhrases'),
  ]);
  const pairs = [characters, phrases].flatMap((table) =>
    (typeof table === 'string' ? table.split('|') : []).map((pair): [string, string] => {
      const [from = '', to = ''] = pair.split(' ');
      return [from, to];
    }),
  );
  return CustomConverter(pairs);
}

/** Return `text` in Simplified characters. The tables (40 kB) are fetched with the first text that is not ASCII. */
export async function simplified(text: string): Promise<string> {
  // ASCII has no script.
  if (/^[ -~]*$/.test(text)) return text;
  conversion ??= load();
  return (await conversion)(text);
}
