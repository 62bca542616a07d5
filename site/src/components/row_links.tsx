import { t } from '../i18n/language';
import { citation } from '../release/citation';
import type { Descriptor } from '../release/descriptor';
import type { Release } from '../release/release';
import { type Report, reportAddress, reportText, repositoryOfPages } from '../release/report';
import { href } from '../router';
import { useLoaded, useRelease } from './context';
import { CopyButton } from './copy';
import { OutsideLink } from './outside_link';

interface About {
  readonly descriptor: Descriptor;
  readonly identity: string;
  readonly repository: string | null;
}

async function about(release: Release): Promise<About> {
  const [descriptor, identity, site] = await Promise.all([
    release.descriptor(),
    release.identity(),
    release.site(),
  ]);
  return {
    descriptor,
    identity,
    repository: site.repository ?? repositoryOfPages(location.hostname, location.pathname),
  };
}

/** The link to a row that lasts, how to cite it, and the form that reports an error in it. */
export function RowLinks({ id, report }: { id: string; report?: Omit<Report, 'row' | 'release'> }) {
  const release = useRelease();
  const loaded = useLoaded(() => about(release), [release]);
  if (loaded.state !== 'done') return null;
  const { descriptor, identity, repository } = loaded.value;
  const address = new URL(href(['row', id], { release: identity }), location.href).href;
  const cited = citation(descriptor, identity, id, address);
  const filled = { row: id, release: identity, printed: '', expected: '', source: '', ...report };
  return (
    <div class="row-links">
      <details>
        <summary>{t('cite')}</summary>
        <p>{cited}</p>
        <p>
          <CopyButton text={cited} /> <a href={href(['row', id], { release: identity })}>{t('lasting')}</a>
        </p>
      </details>
      {repository ? (
        <p>
          <OutsideLink address={reportAddress(repository, filled)}>{t('report')}</OutsideLink>
        </p>
      ) : (
        <details>
          <summary>{t('reportText')}</summary>
          <pre class="wrapped">{reportText(filled)}</pre>
          <CopyButton text={reportText(filled)} />
        </details>
      )}
    </div>
  );
}
