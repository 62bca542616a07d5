-- What is due and by whom: tasks with the years that they are for, who answers for them and what figures bind them.
WITH duties AS (
    SELECT
        task_id,
        list(DISTINCT body ORDER BY body) FILTER (part IN ('lead', 'responsible')) AS bodies,
        list(DISTINCT body ORDER BY body) FILTER (part IN ('support', 'guide')) AS supports,
        max(deadline) AS deadline
    FROM responsibilities
    GROUP BY task_id
),
bound AS (
    SELECT task_id, string_agg(coalesce(indicator, '') || text, '；' ORDER BY start_char) AS figures
    FROM targets WHERE kind <> 'deadline' AND (kind <> 'duration' OR indicator IS NOT NULL)
    GROUP BY task_id
)
SELECT
    t.document_id, d.title AS document, d.issuers, d.level, d.admin_code, t.period, t.year_from, t.year_to, t.text AS task,
    CASE WHEN len(r.bodies) > 0 THEN r.bodies ELSE d.issuers END AS by_whom,
    len(r.bodies) > 0 AS is_named, r.supports, r.deadline, b.figures, t.modality, t.task_id, t.section_id
FROM tasks AS t
JOIN documents AS d USING (document_id)
LEFT JOIN duties AS r USING (task_id)
LEFT JOIN bound AS b USING (task_id)
WHERE t.period IS DISTINCT FROM 'review';
