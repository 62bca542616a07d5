-- Who leads what: each body with its part in a task, by when, and who supports it.
SELECT
    r.body, r.part, t.text AS task, r.deadline, t.year_to,
    (
        SELECT list(o.body ORDER BY o.responsibility_id) FROM responsibilities AS o
        WHERE o.task_id = r.task_id AND o.part = 'support'
    ) AS supports,
    d.title AS document, d.issuers, r.entity_id, r.document_id, r.task_id, r.responsibility_id
FROM responsibilities AS r
JOIN tasks AS t USING (task_id)
JOIN documents AS d ON d.document_id = r.document_id;
