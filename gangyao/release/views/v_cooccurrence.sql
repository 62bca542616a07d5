-- Pairs of entities that are named in the same paragraph, with the number of paragraphs, the most frequent first.
WITH named AS (
    SELECT DISTINCT paragraph_id, entity_id FROM mentions
)
SELECT
    a.entity_id AS entity_id, b.entity_id AS other_entity_id, count(*) AS paragraphs
FROM named AS a
JOIN named AS b ON a.paragraph_id = b.paragraph_id AND a.entity_id < b.entity_id
GROUP BY a.entity_id, b.entity_id
ORDER BY paragraphs DESC, entity_id, other_entity_id;
