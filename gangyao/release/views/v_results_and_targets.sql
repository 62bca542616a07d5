-- What was reached beside what is aimed at: each target with the result of the same indicator in its document, if any.
SELECT
    d.document_id, d.title AS document, d.level, d.admin_code, i.name AS indicator_name, i.scope, i.measure, i.base_unit,
    r.year_to AS result_year, r.text AS result, r.base_value AS result_value,
    g.year_to AS target_year, g.text AS target, g.comparator, g.base_value AS target_value,
    g.base_value_to AS target_value_to, r.result_id, g.target_id, g.task_id
FROM targets AS g
JOIN documents AS d USING (document_id)
JOIN indicators AS i USING (indicator_id)
LEFT JOIN results AS r
    ON r.document_id = g.document_id AND r.indicator_id = g.indicator_id
    AND (r.year_to < g.year_to OR r.year_to IS NULL OR g.year_to IS NULL)
    -- Households renewed are no quarters renewed.
    AND (r.counter IS NOT DISTINCT FROM g.counter OR i.measure IN ('growth', 'share'))
    -- What five years brought is no measure of one.
    AND coalesce(r.year_to - r.year_from = g.year_to - g.year_from, true);
