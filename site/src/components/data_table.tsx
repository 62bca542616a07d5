import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/language';
import { useVirtual } from './virtual';

export interface ShownColumn<Item> {
  readonly name: string;
  readonly title: string;
  readonly about?: string | undefined;
  /** How wide it is beside the others: a class of the style sheet. */
  readonly width?: 'narrow' | 'middle' | 'wide';
  readonly cell: (item: Item) => ComponentChildren;
}

/** A heading between the rows of a table that is grouped. */
export class GroupHead {
  constructor(
    readonly title: string,
    readonly count: number,
  ) {}
}

export interface Sorting {
  readonly by: string;
  readonly descending: boolean;
}

interface Properties<Item> {
  readonly label: string;
  readonly columns: readonly ShownColumn<Item>[];
  readonly items: readonly (Item | GroupHead)[];
  readonly sorting?: Sorting;
  readonly onSort?: (column: string) => void;
  readonly sortable?: readonly string[];
}

/** Rows of one screen's height and some more are drawn; in print, as many as a printer should be asked for. */
const PRINTED_ROWS = 2000;

/** A table of any length. On a phone each row is a block, its cells below each other. */
export function DataTable<Item>({ label, columns, items, sorting, onSort, sortable = [] }: Properties<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtual(items.length, scroller, 44);
  const printing = usePrinting();
  const shown = virtualizer.getVirtualItems();
  const drawn = printing
    ? items.slice(0, PRINTED_ROWS).map((_, index) => index)
    : shown.map((row) => row.index);
  const before = printing ? 0 : (shown[0]?.start ?? 0);
  const after = printing ? 0 : virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0);
  if (items.length === 0) return <p class="quiet">{t('noRows')}</p>;
  return (
    <section class="table-scroller" ref={scroller} tabIndex={0} aria-label={label}>
      <table role="table" aria-rowcount={items.length + 1} aria-label={label}>
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            {columns.map((column) => (
              <th
                key={column.name}
                role="columnheader"
                scope="col"
                class={column.width}
                title={column.about}
                {...(sorting?.by === column.name && {
                  'aria-sort': sorting.descending ? 'descending' : 'ascending',
                })}
              >
                {onSort && sortable.includes(column.name) ? (
                  <button type="button" class="sort" onClick={() => onSort(column.name)}>
                    {column.title}
                    <span aria-hidden="true">{arrow(sorting, column.name)}</span>
                  </button>
                ) : (
                  column.title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {before > 0 && <Spacer height={before} columns={columns.length} />}
          {drawn.map((index) => {
            const item = items[index];
            if (item === undefined) return null;
            return (
              <tr
                key={index}
                role="row"
                aria-rowindex={index + 2}
                data-index={index}
                ref={(row: HTMLTableRowElement | null) => {
                  if (!printing) virtualizer.measureElement(row);
                }}
                class={item instanceof GroupHead ? 'group' : undefined}
              >
                {item instanceof GroupHead ? (
                  <th role="rowheader" scope="rowgroup" colSpan={columns.length}>
                    {item.title} <span class="count">{item.count}</span>
                  </th>
                ) : (
                  columns.map((column) => (
                    <td key={column.name} role="cell" class={column.width} data-title={column.title}>
                      {column.cell(item)}
                    </td>
                  ))
                )}
              </tr>
            );
          })}
          {after > 0 && <Spacer height={after} columns={columns.length} />}
        </tbody>
      </table>
    </section>
  );
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  return (
    <tr class="spacer" aria-hidden="true">
      <td colSpan={columns} style={{ height: `${height}px` }} />
    </tr>
  );
}

function arrow(sorting: Sorting | undefined, column: string): string {
  if (sorting?.by !== column) return ' ↕';
  return sorting.descending ? ' ↓' : ' ↑';
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const media = matchMedia('print');
    const follow = () => setPrinting(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return printing;
}
