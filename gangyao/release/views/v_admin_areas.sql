-- Administrative divisions with the division above them (by GB/T 2260 code) that the documents mention, if any.
SELECT
    e.entity_id, e.name, e.admin_code,
    CASE
        WHEN e.admin_code LIKE '%0000' THEN 'province'
        WHEN e.admin_code LIKE '%00' THEN 'prefecture'
        WHEN e.admin_code IS NOT NULL THEN 'county'
    END AS admin_level,
    coalesce(prefecture.entity_id, province.entity_id) AS parent_id,
    coalesce(prefecture.name, province.name) AS parent,
    province.name AS province,
    e.mention_count
FROM entities AS e
LEFT JOIN entities AS province
    ON province.type = 'admin_area' AND province.admin_code = left(e.admin_code, 2) || '0000'
    AND province.entity_id <> e.entity_id
LEFT JOIN entities AS prefecture
    ON prefecture.type = 'admin_area' AND prefecture.admin_code = left(e.admin_code, 4) || '00'
    AND prefecture.entity_id <> e.entity_id AND e.admin_code NOT LIKE '%00'
WHERE e.type = 'admin_area'
ORDER BY e.admin_code NULLS LAST, e.entity_id;
