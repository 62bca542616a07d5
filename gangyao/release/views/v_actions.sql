-- Actions with their task's text, theme, kind and section.
SELECT
    a.action_id, a.document_id, t.section_path, t.theme, t.kind, a.role, a.modality, a.verb, a.object, a.text,
    t.text AS task, a.task_id
FROM actions AS a
JOIN v_tasks AS t USING (task_id);
