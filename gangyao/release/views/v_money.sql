-- Money: what is promised (targets) and what was given (results), by its part and year.
SELECT
    'target' AS stands, g.document_id, d.title AS document, d.admin_code, g.money_part, g.year_from, g.year_to,
    g.indicator, g.text, g.base_value AS amount, g.base_unit AS currency, t.text AS sentence, g.target_id AS figure_id
FROM targets AS g JOIN tasks AS t USING (task_id) JOIN documents AS d ON d.document_id = g.document_id
WHERE g.kind = 'money'
UNION ALL
SELECT
    'result', r.document_id, d.title, d.admin_code, r.money_part, r.year_from, r.year_to,
    r.indicator, r.text, r.base_value, r.base_unit,
    regexp_extract(substr(p.text, 1, r.start_char), '[^。！？]*$') || regexp_extract(substr(p.text, r.start_char + 1), '^[^。！？]*[。！？]?'),
    r.result_id
FROM results AS r JOIN paragraphs AS p USING (paragraph_id) JOIN documents AS d ON d.document_id = r.document_id
WHERE r.kind = 'money';
