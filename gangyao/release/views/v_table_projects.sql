-- Rows of tables that list projects (项目名称, 建设内容, 总投资 …): what is built where, by when, for how much, who answers for it, with the numbers of rows and tables in `table_cells`. `investment` is as printed, `investment_cny` in yuan where the head of the column or the cell names the unit.
WITH heads AS (
    SELECT
        table_id, place AS column_index,
        string_agg(regexp_replace(text, '\s', '', 'g'), '' ORDER BY row_index) AS head
    FROM (SELECT table_id, row_index, text, unnest(range(column_index, column_index + column_span)) AS place FROM table_cells WHERE is_header)
    GROUP BY ALL
),
named AS (
    SELECT
        *,
        CASE
            WHEN regexp_full_match(head, '(?:重点|重大|主要|建设|拟建|实施|工程|新建|续建)*(?:项目|工程)(?:名称|全称)?') THEN 'project'
            WHEN regexp_matches(head, '^(?:主要|项目|工程|建设)*(?:建设|工程|项目)?(?:内容|规模)') THEN 'content'
            WHEN regexp_matches(head, '^(?:建设|项目|实施|所在)*(?:地点|地址|位置|地区|所在地|属地)(?:[（(].*)?$') THEN 'place'
            WHEN regexp_matches(head, '(?:建设|起止|实施|开竣工)(?:年限|年月|工期|时间|周期|期限)|^起止时间|^工期') THEN 'years'
            WHEN regexp_matches(head, '总投资|投资(?:总额|估算|规模|额)|概算') AND NOT regexp_matches(head, '年|已|累计|完成') THEN 'investment'
            WHEN regexp_matches(head, '(?:建设性质|项目性质|建设类型|(?:目前|当前|建设|项目|工作)?(?:进展|进度|阶段|状态)(?:情况)?)$') THEN 'stage'
            WHEN regexp_matches(head, '(?:责任|牵头|实施|建设|业主|项目)(?:单位|部门|主体|法人)|^业主$') THEN 'body'
        END AS holds
    FROM heads
),
listing AS (
    SELECT table_id FROM named GROUP BY table_id
    HAVING count(*) FILTER (holds = 'project') > 0 AND count(DISTINCT holds) FILTER (holds <> 'project') > 0
),
cells AS (
    -- A cell over several rows speaks for each of them; of the columns under one head the last holds the words, the others numbers.
    SELECT c.table_id, c.document_id, r AS row_index, n.holds, n.head, c.column_index, c.row_index AS printed_row, trim(c.text) AS text, c.paragraph_id, c.task_id
    FROM (SELECT *, unnest(range(row_index, row_index + row_span)) AS r FROM table_cells WHERE NOT is_header AND column_span < 4) AS c
    JOIN named AS n ON n.table_id = c.table_id AND n.column_index = c.column_index
    WHERE n.holds IS NOT NULL AND c.table_id IN (SELECT table_id FROM listing) AND trim(c.text) NOT IN ('', '—', '-', '/')
),
rows AS (
    SELECT
        table_id, any_value(document_id) AS document_id, row_index,
        arg_max(text, column_index) FILTER (holds = 'project' AND printed_row = row_index) AS project,
        arg_min(text, column_index) FILTER (holds = 'content') AS content,
        arg_min(text, column_index) FILTER (holds = 'place') AS place,
        arg_min(text, column_index) FILTER (holds = 'years') AS years,
        arg_min(text, column_index) FILTER (holds = 'investment') AS investment,
        arg_min(head, column_index) FILTER (holds = 'investment') AS investment_head,
        arg_min(text, column_index) FILTER (holds = 'stage') AS said,
        arg_min(text, column_index) FILTER (holds = 'body') AS body,
        arg_min(paragraph_id, column_index) FILTER (holds = 'project' AND printed_row = row_index) AS paragraph_id,
        arg_min(task_id, column_index) FILTER (task_id IS NOT NULL) AS task_id
    FROM cells GROUP BY table_id, row_index
)
SELECT
    project, content, place, years,
    try_cast(regexp_extract(years, '20\d\d') AS INTEGER) AS year_from,
    try_cast(regexp_extract(years, '.*(20\d\d)', 1) AS INTEGER) AS year_to,
    investment,
    try_cast(replace(replace(regexp_extract(investment, '^[约]?\s*([\d,，.]+)', 1), ',', ''), '，', '') AS DOUBLE) * CASE
        WHEN regexp_matches(investment_head || investment, '亿元') THEN 1e8
        WHEN regexp_matches(investment_head || investment, '万元') THEN 1e4
        WHEN regexp_matches(investment_head || investment, '元') THEN 1
    END AS investment_cny,
    CASE
        WHEN regexp_matches(said, '前期|谋划|储备|拟建|可研|立项') THEN 'plan'
        WHEN regexp_matches(said, '竣工|建成|完工|投产|投用') THEN 'finish'
        WHEN regexp_matches(said, '新开工|计划开工|新建') THEN 'start'
        WHEN regexp_matches(said, '续建|在建|扩建|改建|改造|施工') THEN 'build'
    END AS stage,
    body, table_id, row_index, document_id, paragraph_id, task_id
FROM rows
-- Sums and titles of groups (能源领域（2项）) are no projects.
WHERE project IS NOT NULL AND NOT regexp_matches(project, '^(?:合|总|小|共)\s*计|[（(]\s*(?:共)?\d+\s*[项个][）)]$|^[\d.、]+$') AND length(project) > 2;
