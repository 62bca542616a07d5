import { useState } from 'preact/hooks';
import { t } from '../i18n/language';

export function CopyButton({ text }: { text: string }) {
  const [done, setDone] = useState(false);
  return (
    <button
      type="button"
      class="small"
      onClick={() => {
        void navigator.clipboard.writeText(text).then(() => setDone(true));
      }}
    >
      {t(done ? 'copied' : 'copy')}
    </button>
  );
}
