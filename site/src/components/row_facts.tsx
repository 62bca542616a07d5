import { language, number, valueName } from '../i18n/language';
import type { Field, Resource } from '../release/descriptor';
import type { Cell, Row } from '../release/table';
import { href } from '../router';
import { OutsideLink } from './outside_link';

/** The name of a column in the language of the site. */
export function fieldTitle(field: Field): string {
  return language() === 'zh' ? field.title : field.name;
}

/** All that a row says, column by column, as the descriptor names them; empty cells are left out. */
export function RowFacts({
  resource,
  row,
  without = [],
}: {
  resource: Resource;
  row: Row;
  without?: readonly string[];
}) {
  return (
    <dl class="facts">
      {resource.schema.fields
        .filter((field) => !without.includes(field.name) && !isEmpty(row[field.name]))
        .map((field) => (
          <>
            <dt title={field.description}>{fieldTitle(field)}</dt>
            <dd>
              <CellText resource={resource} field={field} value={row[field.name] ?? null} />
            </dd>
          </>
        ))}
    </dl>
  );
}

function isEmpty(value: Cell | undefined): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** A cell as people read it: ids of other rows as links, values by their names. */
export function CellText({ resource, field, value }: { resource: Resource; field: Field; value: Cell }) {
  if (value === null) return null;
  if (Array.isArray(value)) return <>{value.join('、')}</>;
  if (typeof value === 'boolean') return <>{value ? '✓' : '–'}</>;
  if (typeof value === 'number') return <>{field.name === 'year' ? value : number(value)}</>;
  const text = String(value);
  const names = resource.schema.foreignKeys?.some(
    (key) => key.fields.length === 1 && key.fields[0] === field.name,
  );
  const isKey = resource.schema.primaryKey.length === 1 && resource.schema.primaryKey[0] === field.name;
  if (names || isKey) return <a href={href(['row', text])}>{text}</a>;
  if (field.constraints?.enum) return <span title={field.valueDescriptions?.[text]}>{valueName(text)}</span>;
  return <OutsideLink address={text} />;
}
