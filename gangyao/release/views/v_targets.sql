-- Quantities and deadlines with the task that they bind and its section.
SELECT
    g.target_id, g.document_id, t.document, t.section_path, g.indicator, g.kind, g.comparator, g.value, g.value_to,
    g.unit, g.unit_printed, g.year, g.text, t.text AS task, g.task_id, i.name AS indicator_name, i.scope, i.measure,
    g.period, g.year_from, g.year_to, g.base_value, g.base_value_to, g.base_unit, g.counter, g.money_part
FROM targets AS g
JOIN v_tasks AS t USING (task_id)
LEFT JOIN indicators AS i USING (indicator_id);
