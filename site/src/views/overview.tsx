import { useLoaded, useRelease } from '../components/context';
import { Loaded } from '../components/loaded';
import { OutsideLink } from '../components/outside_link';
import { SimpleTable } from '../components/simple_table';
import { bytes, language, number, t, valueName } from '../i18n/language';
import type { Descriptor } from '../release/descriptor';
import type { Checksum, Manifest, Release } from '../release/release';
import { href } from '../router';

interface Told {
  readonly descriptor: Descriptor;
  readonly manifest: Manifest | undefined;
  readonly identity: string;
}

async function load(release: Release): Promise<Told> {
  const [descriptor, manifest, identity] = await Promise.all([
    release.descriptor(),
    release.manifest(),
    release.identity(),
  ]);
  return { descriptor, manifest, identity };
}

/** What the release holds, how good it is, what changed, and what can be fetched. */
export function OverviewView() {
  const release = useRelease();
  const told = useLoaded(() => load(release), [release]);
  return <Loaded from={told}>{(value) => <Overview {...value} />}</Loaded>;
}

function Overview({ descriptor, manifest, identity }: Told) {
  return (
    <>
      <h1>{language() === 'zh' ? descriptor.title_zh : descriptor.title}</h1>
      <p class="lede">{t('lede')}</p>
      <dl class="facts">
        <dt>{t('release')}</dt>
        <dd>
          <code>{identity}</code>
        </dd>
        {manifest && (
          <>
            <dt>{t('built')}</dt>
            <dd>
              <time dateTime={manifest.built_at}>{manifest.built_at.slice(0, 10)}</time>
            </dd>
          </>
        )}
        <dt>{t('licence')}</dt>
        <dd>
          {descriptor.licenses.map((licence) => (
            <OutsideLink key={licence.name} address={licence.path}>
              {licence.title}
            </OutsideLink>
          ))}
        </dd>
      </dl>
      <Figures descriptor={descriptor} />
      <Quality manifest={manifest} />
      <Changes />
      <Downloads descriptor={descriptor} />
    </>
  );
}

/** The tables that have a view of their own; the others are shown as tables. */
const OWN_VIEW: Readonly<Record<string, string>> = {
  documents: 'documents',
  tasks: 'tasks',
  entities: 'entities',
  targets: 'targets',
  corrections: 'curation',
  suspects: 'curation',
};

function Figures({ descriptor }: { descriptor: Descriptor }) {
  return (
    <section aria-labelledby="holds">
      <h2 id="holds">{t('holds')}</h2>
      <ul class="tiles">
        {descriptor.resources
          .filter((resource) => resource.rows > 0)
          .map((resource) => {
            const own = OWN_VIEW[resource.name];
            return (
              <li key={resource.name}>
                <a href={own ? href([own]) : href(['tables', resource.name])} title={resource.description}>
                  <strong>{number(resource.rows)}</strong>
                  <span>{language() === 'zh' ? resource.title_zh : resource.title}</span>
                </a>
              </li>
            );
          })}
      </ul>
    </section>
  );
}

function Quality({ manifest }: { manifest: Manifest | undefined }) {
  if (!manifest || manifest.quality.length === 0) return null;
  return (
    <section aria-labelledby="quality">
      <h2 id="quality">{t('quality')}</h2>
      <SimpleTable
        head={[t('name'), t('value'), t('meaning')]}
        rows={manifest.quality.map((figure) => [
          valueName(figure.name),
          <span class="figure">{figure.value}</span>,
          figure.note ?? '',
        ])}
      />
    </section>
  );
}

function Changes() {
  const release = useRelease();
  const changes = useLoaded(() => release.changes(), [release]);
  if (changes.state !== 'done' || changes.value === '') return null;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t('changes')}</h2>
      <details>
        <summary>CHANGES.md</summary>
        <pre class="wrapped">{changes.value}</pre>
      </details>
    </section>
  );
}

function Downloads({ descriptor }: { descriptor: Descriptor }) {
  const release = useRelease();
  const checksums = useLoaded(() => release.checksums(), [release]);
  const sizes = new Map(descriptor.resources.map((resource) => [resource.path, resource.bytes]));
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads">{t('downloads')}</h2>
      <Loaded from={checksums}>
        {(files) => (
          <SimpleTable
            head={[t('file'), t('size'), t('checksum')]}
            rows={files.map((file) => downloadRow(release, file, sizes.get(file.path)))}
          />
        )}
      </Loaded>
    </section>
  );
}

function downloadRow(release: Release, file: Checksum, size: number | undefined) {
  const address = `${release.base}${file.path.split('/').map(encodeURIComponent).join('/')}`;
  return [
    <a href={address} download>
      {file.path}
    </a>,
    <span class="figure">{size === undefined ? '' : bytes(size)}</span>,
    <code class="checksum">{file.sha256}</code>,
  ];
}
