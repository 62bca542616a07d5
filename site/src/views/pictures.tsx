import { Choice } from '../components/choice';
import { useLoaded, useRelease } from '../components/context';
import { t } from '../i18n/language';
import { CoveragePicture } from '../pictures/coverage_picture';
import { DeadlinePicture } from '../pictures/deadline_picture';
import { PlacePicture } from '../pictures/place_picture';
import { TaskPicture } from '../pictures/task_picture';
import type { Document } from '../release/rows';
import type { Place } from '../router';

/** Pictures of the release, each with its table and its query. */
export function PicturesView({ place }: { place: Place }) {
  const release = useRelease();
  const documents = useLoaded(
    () => release.allRows<Document>('documents', ['document_id', 'title']),
    [release],
  );
  const titles = new Map(
    documents.state === 'done' ? documents.value.map((one) => [one.document_id, one.title]) : [],
  );
  return (
    <>
      <h1>{t('pictures')}</h1>
      {titles.size > 1 && (
        <div class="toolbar">
          <Choice
            place={place}
            name="document"
            word="document"
            values={[...titles.keys()]}
            label={(id) => titles.get(id) ?? id}
          />
        </div>
      )}
      <TaskPicture documentId={place.params.get('document')} />
      <DeadlinePicture />
      <PlacePicture />
      <CoveragePicture />
    </>
  );
}
