/** Facets: for each task the values it has of some kind, and how many of the found tasks have each value. */

export interface Facet {
  /** Values, as the address names them. */
  readonly values: readonly string[];
  /** What a reader is shown for each value. */
  readonly labels: readonly string[];
  /** For each task the numbers of its values. */
  readonly of: readonly (readonly number[])[];
}

/** What a facet is to a task that has none of its values. */
const NONE: readonly number[] = [];

/** Gather the values of `count` tasks; `valuesOf` may give one twice. */
export function facetOf(
  count: number,
  valuesOf: (task: number) => readonly string[],
  label: (value: string) => string = (value) => value,
): Facet {
  const numbers = new Map<string, number>();
  // Most tasks have one value: those that have the same one share a list, of which there may be many thousands.
  const alone: (readonly number[])[] = [];
  const of = Array.from({ length: count }, (_, task) => {
    const values = valuesOf(task);
    if (values.length === 0) return NONE;
    const found = new Set<number>();
    for (const value of values) {
      let number = numbers.get(value);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(value, number);
      }
      found.add(number);
    }
    const [only] = found;
    if (found.size > 1 || only === undefined) return [...found];
    alone[only] ??= [only];
    return alone[only];
  });
  const values = [...numbers.keys()];
  return { values, labels: values.map(label), of };
}

/** The values chosen of each facet, by its name: a task has to have one of them in every facet. */
export type Chosen = Readonly<Record<string, ReadonlySet<string>>>;

/**
 * The tasks that have what is chosen, out of `candidates`; `except` names a facet that does not count, since its
 * own values are counted as if none of them were chosen yet.
 */
export function chosenTasks(
  candidates: readonly number[],
  facets: Readonly<Record<string, Facet>>,
  chosen: Chosen,
  except?: string,
): readonly number[] {
  const tests = Object.entries(chosen).flatMap(([name, values]) => {
    const facet = facets[name];
    if (!facet || values.size === 0 || name === except) return [];
    const wanted = new Set(facet.values.flatMap((value, number) => (values.has(value) ? [number] : [])));
    return [{ of: facet.of, wanted }];
  });
  if (tests.length === 0) return candidates;
  return candidates.filter((task) =>
    tests.every(({ of, wanted }) => of[task]?.some((value) => wanted.has(value))),
  );
}

export interface Counted {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** How many of the tasks have each value, the most frequent first; values that none has are left out. */
export function countValues(facet: Facet, tasks: readonly number[]): Counted[] {
  const counts = new Uint32Array(facet.values.length);
  for (const task of tasks)
    for (const value of facet.of[task] ?? NONE) counts[value] = (counts[value] ?? 0) + 1;
  return [...counts]
    .map((count, at) => ({ value: facet.values[at] ?? '', label: facet.labels[at] ?? '', count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || compareTexts(a.label, b.label));
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
