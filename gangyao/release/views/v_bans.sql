-- What is forbidden, controlled, fought, phased out or bounded: each such task with its kind, whom it binds and its document.
SELECT
    t.ban, t.text AS task, t.bindingness, t.addressed_to, d.title AS document, d.kind AS document_kind, s.section_path,
    t.document_id, t.task_id
FROM tasks AS t
JOIN documents AS d USING (document_id)
JOIN v_sections AS s USING (section_id)
WHERE t.ban IS NOT NULL;
