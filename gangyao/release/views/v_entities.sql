-- Entities, the most mentioned first, with the documents and sections in which they occur.
SELECT
    e.entity_id, e.type, e.name, e.name_hant, e.aliases, e.admin_code, e.mention_count, e.document_count,
    count(DISTINCT m.task_id) AS tasks,
    list(DISTINCT m.document_id ORDER BY m.document_id) AS documents,
    list(DISTINCT m.section_id ORDER BY m.section_id) AS sections
FROM entities AS e
JOIN mentions AS m USING (entity_id)
GROUP BY ALL
ORDER BY e.mention_count DESC, e.entity_id;
