import { memo } from '../components/memo';
import { t } from '../i18n/language';
import type { Paragraph, Section } from '../release/rows';
import { codePoints, type Piece, pieces, type Span } from '../text/spans';
import { linked, type Mark, type MarkKind } from './marks';

/** The address that shows a row of the document beside its text. */
export type AddressOf = (id: string) => string;

interface Properties {
  readonly sections: readonly Section[];
  readonly paragraphsOf: ReadonlyMap<string, readonly Paragraph[]>;
  readonly marks: ReadonlyMap<string, readonly Span<Mark>[]>;
  readonly shown: ReadonlySet<MarkKind>;
  readonly traditional: boolean;
  readonly at: string | null;
  readonly addressOf: AddressOf;
}

/** The text of a document as it is to be read, under its headings. */
export function ReadingText({
  sections,
  paragraphsOf,
  marks,
  shown,
  traditional,
  at,
  addressOf,
}: Properties) {
  return (
    <div class="reading" lang={traditional ? 'zh-Hant' : 'zh-Hans'}>
      {sections.map((section) => (
        <section key={section.section_id} data-id={section.section_id}>
          <Heading section={section} traditional={traditional} isAt={section.section_id === at} />
          {(paragraphsOf.get(section.section_id) ?? []).map((paragraph) => (
            <ParagraphText
              key={paragraph.paragraph_id}
              paragraph={paragraph}
              marks={marks.get(paragraph.paragraph_id) ?? []}
              shown={shown}
              traditional={traditional}
              at={
                at?.startsWith(section.section_id) || isMarked(marks.get(paragraph.paragraph_id), at)
                  ? at
                  : null
              }
              addressOf={addressOf}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

function isMarked(marks: readonly Span<Mark>[] | undefined, at: string | null): boolean {
  return at !== null && (marks ?? []).some((mark) => mark.of.id === at);
}

function Heading({ section, traditional, isAt }: { section: Section; traditional: boolean; isAt: boolean }) {
  // The page has its own first heading; headings deeper than six have no element.
  const Element = `h${Math.min(section.depth + 1, 6)}` as 'h2';
  const title = traditional ? section.title_hant : section.title;
  if (section.is_implied && !section.label && !title) {
    return (
      <Element class="implied">
        {section.path} <small>({t('implied')})</small>
      </Element>
    );
  }
  return (
    <Element class={isAt ? 'at' : undefined}>
      {section.label} {title}
    </Element>
  );
}

interface ParagraphProperties {
  readonly paragraph: Paragraph;
  readonly marks: readonly Span<Mark>[];
  readonly shown: ReadonlySet<MarkKind>;
  readonly traditional: boolean;
  readonly at: string | null;
  readonly addressOf: AddressOf;
}

const ParagraphText = memo(function ParagraphText(properties: ParagraphProperties) {
  const { paragraph, marks, shown, traditional, at, addressOf } = properties;
  const text = traditional ? paragraph.text_hant : paragraph.text;
  // Offsets count in the Simplified text; where a Traditional form is longer or shorter, nothing can be marked.
  const fits = !traditional || codePoints(text).length === codePoints(paragraph.text).length;
  const drawn = fits ? marks.filter((mark) => shown.has(mark.of.kind) || mark.of.id === at) : [];
  const begun = new Set<string>();
  return (
    <p data-id={paragraph.paragraph_id} class={paragraph.paragraph_id === at ? 'at' : undefined}>
      {pieces(text, drawn).map((piece) => (
        <MarkedPiece key={piece.start} piece={piece} at={at} begun={begun} addressOf={addressOf} />
      ))}
    </p>
  );
});

interface PieceProperties {
  readonly piece: Piece<Mark>;
  readonly at: string | null;
  /** The rows whose first piece was drawn before this one. */
  readonly begun: Set<string>;
  readonly addressOf: AddressOf;
}

function MarkedPiece({ piece, at, begun, addressOf }: PieceProperties) {
  const first = piece.covers.filter((mark) => !begun.has(mark.id));
  for (const mark of piece.covers) begun.add(mark.id);
  const looks = [...new Set(piece.covers.map((mark) => mark.look))];
  const isAt = piece.covers.some((mark) => mark.id === at);
  const task = first.find((mark) => mark.look === 'task');
  const mark = linked(piece.covers);
  const classes = [...looks, ...(isAt ? ['at'] : [])].join(' ');
  return (
    <>
      {piece.points.map((point) => (
        <a
          key={point.id}
          class={`point ${point.look}${point.id === at ? ' at' : ''}`}
          href={addressOf(point.id)}
          data-id={point.id}
          aria-label={`${t(point.look === 'suspect' ? 'suspect' : 'correction')}: ${t('removed')}`}
        >
          ‸
        </a>
      ))}
      {task && (
        <a
          class="task-number"
          href={addressOf(task.id)}
          data-id={task.id}
          aria-label={`${t('task')} ${task.id}`}
        >
          {task.id.split('/').at(-1)}
        </a>
      )}
      {mark ? (
        <a class={classes} href={addressOf(mark.id)} data-id={first.includes(mark) ? mark.id : undefined}>
          {piece.text}
        </a>
      ) : looks.length > 0 ? (
        <span class={classes} data-id={first.find((one) => one.look !== 'task')?.id}>
          {piece.text}
        </span>
      ) : (
        piece.text
      )}
    </>
  );
}
