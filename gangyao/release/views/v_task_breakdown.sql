-- 任务分解表, the breakdown of tasks: each task with who leads and supports, by when, what figures bind it, and where it stands.
WITH bound AS (
    SELECT
        task_id,
        string_agg(text, '；' ORDER BY start_char, target_id) FILTER (kind = 'deadline') AS deadline,
        string_agg(coalesce(indicator, '') || text, '；' ORDER BY start_char, target_id)
            FILTER (kind <> 'deadline') AS figures
    FROM targets
    GROUP BY task_id
),
duties AS (
    SELECT
        task_id,
        string_agg(body, '、' ORDER BY responsibility_id) FILTER (part IN ('lead', 'responsible')) AS bodies,
        string_agg(body, '、' ORDER BY responsibility_id) FILTER (part IN ('support', 'guide')) AS supports,
        max(deadline) AS deadline
    FROM responsibilities
    GROUP BY task_id
)
SELECT
    row_number() OVER (ORDER BY t.document_id, s.position, g.position, t.position) AS number,
    t.text AS task, r.bodies, r.supports, coalesce(r.deadline, b.deadline) AS deadline, b.figures,
    d.title AS document, s.section_path, t.modality, t.task_id, t.section_id
FROM tasks AS t
JOIN documents AS d USING (document_id)
JOIN v_sections AS s USING (section_id)
JOIN paragraphs AS g USING (paragraph_id)
LEFT JOIN bound AS b USING (task_id)
LEFT JOIN duties AS r USING (task_id)
ORDER BY number;
