/** The query of each picture, in DuckDB's SQL: what it counts, for who wants it otherwise. */

export const tasksByChapterQuery = (documentId: string): string => `with recursive up as (
    select section_id, section_id as chapter_id from sections
    where parent_id is null and document_id = ${literal(documentId)}
    union all
    select s.section_id, up.chapter_id from sections s join up on s.parent_id = up.section_id
)
select trim(c.label || ' ' || c.title) as chapter, t.modality, count(*) as tasks
from tasks t join up using (section_id) join sections c on c.section_id = up.chapter_id
group by c.position, c.label, c.title, t.modality order by c.position, t.modality`;

export const TASKS_BY_DOCUMENT = `select d.title as document, t.modality, count(*) as tasks
from tasks t join documents d using (document_id)
group by d.document_id, d.title, t.modality order by d.document_id, t.modality`;

export const DEADLINES = `select year, kind, count(*) as targets from targets
where year is not null group by year, kind order by year, kind`;

export const PLACES = `select left(admin_code, 2) as province_code, count(*) as places, sum(mention_count) as mentions
from entities where type = 'admin_area' and admin_code is not null
group by province_code order by province_code`;

export const COVERAGE = `select document_id, raw_chars, clean_chars, set_aside_chars, witness_chars
from documents order by document_id`;

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
