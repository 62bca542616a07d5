import type { ComponentChildren } from 'preact';
import { SimpleTable } from '../components/simple_table';
import { t } from '../i18n/language';
import { href } from '../router';

interface Properties {
  readonly id: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly query: string;
  readonly children: ComponentChildren;
}

/** A picture with the table it is drawn from, and the query that gives the table. */
export function Picture({ id, title, head, rows, query, children }: Properties) {
  return (
    <figure class="picture" aria-labelledby={id}>
      <figcaption>
        <h2 id={id}>{title}</h2>
      </figcaption>
      {children}
      <details>
        <summary>{t('byTable')}</summary>
        <SimpleTable caption={title} head={head} rows={rows} />
      </details>
      <details>
        <summary>{t('byQuery')}</summary>
        <pre class="wrapped">{query}</pre>
        <a href={href(['sql'], { q: query })}>{t('askSql')}</a>
      </details>
    </figure>
  );
}
