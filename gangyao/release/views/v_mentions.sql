-- Mentions with the entity they name and the words around them.
SELECT
    m.mention_id, m.document_id, e.type, e.name, m.surface,
    substr(p.text, greatest(m.start_char - 19, 1), least(m.start_char, 20)) AS before,
    substr(p.text, m.end_char + 1, 20) AS after,
    s.section_path, m.entity_id, m.task_id, m.paragraph_id, m.origin, m.merged_by,
    m.stands_for, m.place_code
FROM mentions AS m
JOIN entities AS e USING (entity_id)
JOIN paragraphs AS p USING (paragraph_id)
JOIN v_sections AS s ON m.section_id = s.section_id;
