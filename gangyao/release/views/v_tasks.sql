-- Tasks with their document, the titles of their sections, their parties as written and the entities in each role.
WITH parties AS (
    SELECT
        p.task_id,
        list(DISTINCT e.name ORDER BY e.name) FILTER (p.role = 'actor') AS actor_entities,
        list(DISTINCT e.name ORDER BY e.name) FILTER (p.role = 'beneficiary') AS beneficiary_entities,
        list(DISTINCT e.name ORDER BY e.name) FILTER (p.role = 'place') AS places,
        list(DISTINCT e.name ORDER BY e.name) FILTER (p.role = 'object') AS objects
    FROM task_entities AS p
    JOIN entities AS e USING (entity_id)
    GROUP BY p.task_id
)
SELECT
    t.task_id, t.document_id, d.title AS document, s.section_path, t.kind, t.theme, t.text, t.modality,
    t.actors, t.beneficiaries, p.actor_entities, p.beneficiary_entities, p.places, p.objects,
    t.section_id, t.paragraph_id
FROM tasks AS t
JOIN documents AS d USING (document_id)
JOIN v_sections AS s USING (section_id)
JOIN paragraphs AS g USING (paragraph_id)
LEFT JOIN parties AS p USING (task_id)
ORDER BY t.document_id, s.position, g.position, t.position;
