import { useState } from 'preact/hooks';
import { placeWith } from '../components/choice';
import { useLoaded, useRelease } from '../components/context';
import { Loaded } from '../components/loaded';
import { t } from '../i18n/language';
import type { Release } from '../release/release';
import type { Line, LineBox } from '../release/rows';
import type { Place } from '../router';

/** A line where it stands on its page, in the page's unit. */
interface Box {
  readonly line: Line;
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface SourceFile {
  readonly source_file: string;
  readonly kind: string;
}

interface Read {
  readonly boxes: readonly Box[];
  readonly kinds: ReadonlyMap<string, string>;
  readonly pageScale: number | null;
}

async function load(release: Release, documentId: string): Promise<Read> {
  const [boxes, lines, files, site] = await Promise.all([
    release.rowsWhere<LineBox>('line_boxes', 'document_id', documentId),
    release.rowsWhere<Line>('lines', 'document_id', documentId),
    release.rowsWhere<SourceFile>('source_files', 'document_id', documentId),
    release.site(),
  ]);
  const lineOf = new Map(lines.map((line) => [line.line, line]));
  return {
    boxes: boxes.flatMap((box) => placed(box, lineOf.get(box.line))),
    kinds: new Map(files.map((file) => [file.source_file, file.kind])),
    pageScale: site.page_scale,
  };
}

function placed(box: LineBox, line: Line | undefined): Box[] {
  const { page, box_left: left, box_top: top, box_right: right, box_bottom: bottom } = box;
  if (!line || left === null || top === null || right === null || bottom === null) return [];
  return [{ line, page, left, top, right, bottom }];
}

/** The pages of a document with their lines: over the picture where there is one, else drawn. */
export function PageView({ documentId, place }: { documentId: string; place: Place }) {
  const release = useRelease();
  const read = useLoaded(() => load(release, documentId), [release, documentId]);
  return (
    <Loaded from={read}>
      {(value) =>
        value.boxes.length === 0 ? (
          <p class="quiet">{t('noRows')}</p>
        ) : (
          <Pages {...value} documentId={documentId} place={place} />
        )
      }
    </Loaded>
  );
}

function Pages({ boxes, kinds, pageScale, documentId, place }: Read & { documentId: string; place: Place }) {
  const at = Number(place.params.get('line'));
  const key = (box: Box) => `${box.line.source_file}\n${box.page}`;
  const pages = [...new Map(boxes.map((box) => [key(box), box])).values()];
  const asked = place.params.get('page');
  const shown =
    boxes.find((box) => box.line.line === at) ??
    pages.find((_, number) => String(number + 1) === asked) ??
    pages[0];
  if (!shown) return null;
  const number = pages.findIndex((page) => key(page) === key(shown));
  const { source_file: file } = shown.line;
  const ofPage = boxes.filter((box) => key(box) === key(shown));
  const scale = kinds.get(file) === 'pdf' ? pageScale : pageScale === null ? null : 1;
  const held = ofPage.find((box) => box.line.line === at);
  return (
    <section aria-label={t('page')}>
      <div class="toolbar">
        <p class="found">{t('pageOf', { n: shown.page, file })}</p>
        {number > 0 && <a href={placeWith(place, { page: String(number), line: null })}>{t('previous')}</a>}
        {number + 1 < pages.length && (
          <a href={placeWith(place, { page: String(number + 2), line: null })}>{t('next')}</a>
        )}
      </div>
      {held && <p class="notice">{held.line.text}</p>}
      <PagePicture
        key={key(shown)}
        boxes={ofPage}
        at={at}
        place={place}
        scale={scale}
        address={`pages/${[documentId, file].map(encodeURIComponent).join('/')}/${shown.page}.png`}
      />
    </section>
  );
}

interface PictureProperties {
  readonly boxes: readonly Box[];
  readonly at: number;
  readonly place: Place;
  readonly address: string;
  /** Pixels of the picture for a unit of the boxes; null where there is no picture. */
  readonly scale: number | null;
}

function PagePicture({ boxes, at, place, address, scale }: PictureProperties) {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const [missing, setMissing] = useState(scale === null);
  // Without a picture the page is as large as what stands on it, with its own margins.
  const width = size?.width ?? Math.max(...boxes.map((box) => box.right + Math.min(box.left, 60)));
  const height = size?.height ?? Math.max(...boxes.map((box) => box.bottom)) + 40;
  return (
    <>
      {missing && <p class="quiet">{t('noPicture')}</p>}
      <div class="page">
        {!missing && scale !== null && (
          <img
            src={address}
            alt=""
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setSize({ width: naturalWidth / scale, height: naturalHeight / scale })
            }
            onError={() => setMissing(true)}
          />
        )}
        {(missing || size) && (
          <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t('page')}>
            {boxes.map((box) => (
              <BoxLink
                key={box.line.line}
                box={box}
                isAt={box.line.line === at}
                place={place}
                drawn={missing}
              />
            ))}
          </svg>
        )}
      </div>
    </>
  );
}

function BoxLink({ box, isAt, place, drawn }: { box: Box; isAt: boolean; place: Place; drawn: boolean }) {
  const { left, top, right, bottom, line } = box;
  const looks = [line.reading_position === null ? 'aside' : line.kind, ...(isAt ? ['at'] : [])];
  return (
    <a
      href={placeWith(place, { line: String(line.line), page: null })}
      aria-label={line.text}
      class={looks.join(' ')}
    >
      <title>
        {line.line}: {line.text}
      </title>
      <rect x={left} y={top} width={right - left} height={bottom - top} />
      {drawn && line.text !== '' && (
        <text
          x={left}
          y={bottom - (bottom - top) * 0.18}
          font-size={(bottom - top) * 0.85}
          textLength={right - left}
          lengthAdjust="spacingAndGlyphs"
        >
          {line.text.trim()}
        </text>
      )}
    </a>
  );
}
