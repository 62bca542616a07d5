-- Named projects: railways, roads, reservoirs, power stations, plants, parks, hospitals, schools, one row per name in a list, with the stage that is said of it, its years, place and own figures; what no entity of the release names stands as it is printed, without entity_id.
WITH areas AS (
    SELECT unnest(aliases || [name, regexp_replace(name, '(?:省|市|县|区|自治区|自治州|自治县)$', '')]) AS called, name, admin_code FROM entities WHERE type = 'admin_area' AND admin_code IS NOT NULL
)
SELECT
    coalesce(e.name, w.name) AS project,
    coalesce(e.type, CASE WHEN w.kind IN ('railway', 'road', 'waterway') THEN 'corridor' ELSE 'facility' END) AS type,
    w.stage, w.period, w.year_from, w.year_to, d.issuers, d.level, d.admin_code, d.title AS document,
    regexp_extract(substr(p.text, 1, w.start_char), '[^。；，！？]*$') || regexp_extract(substr(p.text, w.start_char + 1), '^[^。；，！？]*') AS clause,
    nullif(array_to_string(w.figures, '；'), '') AS figures,
    w.entity_id, w.document_id, w.paragraph_id, w.task_id, m.mention_id,
    w.name AS item,
    -- The division that the name begins with, in the document's own province where it has one.
    coalesce(w.place, (
        SELECT arg_max(a.name, length(a.called)) FROM areas AS a
        WHERE length(a.called) >= 2 AND a.called <> w.name AND starts_with(coalesce(e.name, w.name), a.called) AND (d.admin_code IS NULL OR a.admin_code[:2] = d.admin_code[:2])
    )) AS place,
    w.kind, w.project_id, w.score
FROM projects AS w
JOIN documents AS d USING (document_id)
JOIN paragraphs AS p USING (paragraph_id)
LEFT JOIN entities AS e ON e.entity_id = w.entity_id
LEFT JOIN mentions AS m ON m.paragraph_id = w.paragraph_id AND m.start_char = w.start_char AND m.entity_id = w.entity_id
WHERE w.stage IS NOT NULL;
