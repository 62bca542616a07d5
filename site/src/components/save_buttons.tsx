import { t } from '../i18n/language';
import { type Sheet, saveCsv, saveXlsx } from '../release/sheet';

/** Buttons that keep what a view shows as a file. */
export function SaveButtons({ sheet }: { sheet: () => Sheet | Promise<Sheet> }) {
  return (
    <fieldset class="save" aria-label={t('save')}>
      <legend>{t('save')}</legend>
      <button type="button" onClick={async () => saveXlsx(await sheet())}>
        .xlsx
      </button>
      <button type="button" onClick={async () => saveCsv(await sheet())}>
        .csv
      </button>
    </fieldset>
  );
}
