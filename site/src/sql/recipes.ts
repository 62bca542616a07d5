/** The recipes of `docs/recipes.md`: what is asked, and the query. */

export interface Recipe {
  readonly topic: string;
  readonly question: string;
  readonly query: string;
}

/** Every query with the last paragraph before it; the results that are printed below it are left out. */
export function readRecipes(markdown: string): Recipe[] {
  const found: Recipe[] = [];
  let topic = '';
  let question = '';
  // Every second part is what stands between two fences, with the language on its first line.
  for (const [at, part] of markdown.split(/^```/m).entries()) {
    if (at % 2 === 1) {
      const [language = '', ...lines] = part.split('\n');
      if (language === 'sql') found.push({ topic, question, query: lines.join('\n').trim() });
      continue;
    }
    for (const paragraph of part.split(/\n{2,}/).map((text) => text.trim())) {
      if (paragraph.startsWith('## ')) topic = paragraph.slice(3);
      else if (paragraph !== '' && !paragraph.startsWith('#')) question = paragraph.replaceAll('\n', ' ');
    }
  }
  return found;
}

export async function loadRecipes(): Promise<Recipe[]> {
  const response = await fetch('recipes.md');
  return response.ok ? readRecipes(await response.text()) : [];
}
