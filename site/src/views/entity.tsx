import { useLoaded, useRelease } from '../components/context';
import { Loaded } from '../components/loaded';
import { RowLinks } from '../components/row_links';
import { SimpleTable } from '../components/simple_table';
import { loadOccurrences, type Occurrences } from '../entity/occurrences';
import { number, t, valueName } from '../i18n/language';
import { href, type Place } from '../router';

/** Mentions of one document that are listed as links. */
const MOST_LINKS = 40;

export function EntityView({ place }: { place: Place }) {
  const release = useRelease();
  const id = place.rest.join('/');
  const loaded = useLoaded(() => loadOccurrences(release, id), [release, id]);
  return (
    <Loaded from={loaded}>
      {(found) => (found ? <EntityPage {...found} /> : <p class="failed">{t('noSuchRow', { id })}</p>)}
    </Loaded>
  );
}

function nameOf(entityId: string): string {
  return entityId.split('/').slice(1).join('/');
}

function EntityPage({ entity, byDocument, companions, tasks }: Occurrences) {
  return (
    <article>
      <h1>
        {entity.name} <small class="quiet">{valueName(entity.type)}</small>
      </h1>
      <dl class="facts">
        <dt>{t('hant')}</dt>
        <dd lang="zh-Hant">{entity.name_hant}</dd>
        {entity.aliases.length > 0 && (
          <>
            <dt>{t('aliases')}</dt>
            <dd>{entity.aliases.join('、')}</dd>
          </>
        )}
        {entity.admin_code && (
          <>
            <dt>{t('code')}</dt>
            <dd>
              <code>{entity.admin_code}</code> (GB/T 2260)
            </dd>
          </>
        )}
        <dt>{t('mentions')}</dt>
        <dd>{number(entity.mention_count)}</dd>
      </dl>
      <p>
        <a href={href(['tasks'], { entity: entity.entity_id })}>{t('tasksNaming')}</a>
      </p>
      <h2>{t('byYear')}</h2>
      <SimpleTable
        head={[t('year'), t('document'), t('mentions'), t('occursIn')]}
        rows={byDocument.map(({ document, mentions }) => [
          document.announced_on?.slice(0, 4) ?? '',
          <a href={href(['document', document.document_id])}>{document.title}</a>,
          mentions.length,
          <span class="links">
            {mentions.slice(0, MOST_LINKS).map((mention) => (
              <a
                key={mention.mention_id}
                href={href(['document', document.document_id], { show: 'entities', at: mention.mention_id })}
                title={mention.surface}
              >
                {mention.section_id.split('/').at(-1)}
              </a>
            ))}
            {mentions.length > MOST_LINKS && '…'}
          </span>,
        ])}
      />
      {companions.length > 0 && (
        <>
          <h2>{t('occursWith')}</h2>
          <SimpleTable
            head={[t('entity'), t('type'), t('tasks')]}
            rows={companions.map((one) => [
              <a href={href(['entity', one.entity_id])}>{nameOf(one.entity_id)}</a>,
              valueName(one.entity_id.split('/')[0] ?? ''),
              one.tasks,
            ])}
          />
        </>
      )}
      {tasks.length > 0 && (
        <>
          <h2>{t('tasksNaming')}</h2>
          <ol class="texts" lang="zh-Hans">
            {tasks.map((task) => (
              <li key={task.id}>
                <a class="task-text" href={href(['document', task.documentId], { at: task.id })}>
                  {task.text}
                </a>
              </li>
            ))}
          </ol>
        </>
      )}
      <RowLinks id={entity.entity_id} report={{ printed: entity.name, expected: '', source: '' }} />
    </article>
  );
}
