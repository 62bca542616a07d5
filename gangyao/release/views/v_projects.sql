-- Named projects: railways, roads, reservoirs, power stations, airports and their like, with the stage that the clause tells, its years and place.
WITH placed AS (
    SELECT
        m.mention_id, m.document_id, m.entity_id, e.name AS project, e.type, m.paragraph_id, m.task_id, m.section_id,
        regexp_extract(substr(p.text, 1, m.start_char), '[^。；，！？]*$') AS before,
        regexp_extract(substr(p.text, m.end_char + 1), '^[^。；，！？]*') AS after
    FROM mentions AS m
    JOIN entities AS e USING (entity_id)
    JOIN paragraphs AS p USING (paragraph_id)
    WHERE e.type IN ('facility', 'corridor') AND p.kind = 'body' AND NOT regexp_matches(e.name, '班列|走廊|通道|经济带|丝绸之路|茶道|港口岸|遗址|平台|市场|网$')
),
staged AS (
    SELECT
        *,
        CASE
            WHEN regexp_matches(before || '·' || after, '谋划|前期工作|开展前期|前期$|论证|立项|项目储备|储备项目|争取.*(纳入|批复|落地)|规划建设') THEN 'plan'
            WHEN regexp_matches(before || '·' || after, '开工|动工|启动建设|启动实施|新开工') THEN 'start'
            WHEN regexp_matches(before || '·' || after, '建成|竣工|完成.*建设|完成.*改扩建|投产|投运|通车|开通运营|建成投用|投入使用|投用|完工|贯通|并网|开通') THEN 'finish'
            WHEN regexp_matches(before || '·' || after, '(建设|推进|加快|提速|续建|扩建|改造|实施|施工|推动)') THEN 'build'
        END AS stage
    FROM placed
)
SELECT
    s.project, s.type, s.stage, coalesce(t.period, c.period) AS period, coalesce(t.year_from, c.year_from) AS year_from,
    coalesce(t.year_to, c.year_to) AS year_to, d.issuers, d.level, d.admin_code, d.title AS document,
    s.before || s.project || s.after AS clause,
    (SELECT string_agg(coalesce(g.indicator, '') || g.text, '；' ORDER BY g.start_char) FROM targets AS g WHERE g.task_id = s.task_id AND g.kind <> 'deadline') AS figures,
    s.entity_id, s.document_id, s.paragraph_id, s.task_id, s.mention_id
FROM staged AS s
JOIN documents AS d USING (document_id)
JOIN sections AS c USING (section_id)
LEFT JOIN tasks AS t ON t.task_id = s.task_id
WHERE s.stage IS NOT NULL;
