-- Sections with the titles of all sections above them, outermost first, and the number of tasks directly in each;
-- one whose heading is not on the page is shown by its number and level in brackets.
WITH RECURSIVE headings AS (
    SELECT
        section_id, parent_id,
        CASE
            WHEN is_implied AND label = '' AND title = '' AND number IS NOT NULL
                THEN '[' || level || ' ' || number || ']'
            WHEN is_implied AND label = '' AND title = '' THEN '[' || level || ']'
            ELSE trim(label || ' ' || title)
        END AS heading
    FROM sections
),
down AS (
    SELECT section_id, heading AS section_path
    FROM headings
    WHERE parent_id IS NULL
    UNION ALL
    SELECT s.section_id, d.section_path || ' › ' || s.heading
    FROM headings AS s
    JOIN down AS d ON s.parent_id = d.section_id
),
counted AS (
    SELECT section_id, count(*) AS tasks FROM tasks GROUP BY section_id
)
SELECT
    s.section_id, s.document_id, d.section_path, s.level, s.depth, s.label, s.title, s.path, s.position,
    s.is_implied, coalesce(c.tasks, 0) AS tasks, s.chars, s.text
FROM sections AS s
JOIN down AS d USING (section_id)
LEFT JOIN counted AS c USING (section_id)
ORDER BY s.document_id, s.position;
