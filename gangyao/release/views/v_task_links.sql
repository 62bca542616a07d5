-- Tasks of different documents that answer to one another: both name the same programme, corridor or facility, which few documents do.
WITH named AS (
    SELECT DISTINCT m.task_id, m.document_id, m.entity_id, e.name, e.type, e.document_count
    FROM mentions AS m
    JOIN entities AS e USING (entity_id)
    WHERE m.task_id IS NOT NULL
        AND e.type IN ('programme', 'corridor', 'facility') AND NOT regexp_matches(e.name, '经济带|走廊|通道|丝绸之路|督察')
        -- Slogans of numbers (“十百千万”工程) stand for another thing in each document.
        AND NOT regexp_matches(e.name, '^“?[一二三四五六七八九十百千万亿两0-9+N]+”?(工程|行动|计划|项目)$')
        -- A name that many documents have (乡村振兴) links nothing; a short one may be two things.
        AND e.document_count BETWEEN 2 AND 4 AND length(e.name) >= 5
)
SELECT
    a.task_id, b.task_id AS other_task_id, string_agg(DISTINCT a.name, '、' ORDER BY a.name) AS basis,
    round(sum(1.0 / (a.document_count - 1)), 3) AS score,
    any_value(t.text) AS task, any_value(o.text) AS other_task,
    any_value(d.title) AS document, any_value(c.title) AS other_document
FROM named AS a
JOIN named AS b ON a.entity_id = b.entity_id AND a.document_id < b.document_id
JOIN tasks AS t ON t.task_id = a.task_id
JOIN tasks AS o ON o.task_id = b.task_id
JOIN documents AS d ON d.document_id = a.document_id
JOIN documents AS c ON c.document_id = b.document_id
GROUP BY a.task_id, b.task_id;
