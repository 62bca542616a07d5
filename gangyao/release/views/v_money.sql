-- Money: what is promised (targets) and what was given (results), by its part and year, in its sentence. Sizes of things (10亿元以上的项目) are no money.
WITH figures AS (
    SELECT
        'target' AS stands, g.document_id, g.money_part, g.year_from, g.year_to, g.indicator, g.text, g.base_value, g.base_unit,
        t.paragraph_id, g.start_char, g.end_char, g.target_id AS figure_id
    FROM targets AS g JOIN tasks AS t USING (task_id)
    WHERE g.kind = 'money'
    UNION ALL
    SELECT
        'result', document_id, money_part, year_from, year_to, indicator, text, base_value, base_unit,
        paragraph_id, start_char, end_char, result_id
    FROM results
    WHERE kind = 'money'
)
SELECT
    f.stands, f.document_id, d.title AS document, d.admin_code, f.money_part, f.year_from, f.year_to,
    f.indicator, f.text, f.base_value AS amount, f.base_unit AS currency,
    regexp_extract(substr(p.text, 1, f.start_char), '[^。！？]*$') || regexp_extract(substr(p.text, f.start_char + 1), '^[^。！？]*[。！？]?') AS sentence,
    f.figure_id
FROM figures AS f JOIN paragraphs AS p USING (paragraph_id) JOIN documents AS d ON d.document_id = f.document_id
WHERE NOT (
    regexp_matches(f.text, '^超|以上$|以下$')
    AND regexp_matches(substr(p.text, f.end_char + 1, 16), '^的?[^，。；、\d]{0,10}(?:项目|企业|工程|集群|产业|园区|县|主体)')
);
