import { hits } from '../text/search';

/** A text with the words that were sought marked. */
export function Highlighted({ text, terms }: { text: string; terms: readonly string[] }) {
  const found = terms.length === 0 ? [] : hits(text, terms);
  if (found.length === 0) return <>{text}</>;
  let at = 0;
  return (
    <>
      {found.map(({ start, end }) => {
        const before = text.slice(at, start);
        at = end;
        return (
          <>
            {before}
            <mark class="hit">{text.slice(start, end)}</mark>
          </>
        );
      })}
      {text.slice(at)}
    </>
  );
}
