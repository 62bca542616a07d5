-- Named projects: railways, roads, reservoirs, power stations, airports and their like, one row per mention in a list, with the stage that is said of it, its years, place and own figures; what no entity of the release names stands as it is printed, without entity_id.
WITH areas AS (
    SELECT unnest(aliases || [name, regexp_replace(name, '(?:省|市|县|区|自治区|自治州|自治县)$', '')]) AS called, name, admin_code FROM entities WHERE type = 'admin_area' AND admin_code IS NOT NULL
),
placed AS (
    SELECT
        m.mention_id, m.document_id, m.entity_id, m.surface, e.name AS project, e.type, m.paragraph_id, m.task_id, m.section_id, m.end_char,
        regexp_extract(substr(p.text, 1, m.start_char), '[^。；，！？]*$') AS before,
        regexp_extract(regexp_extract(substr(p.text, 1, m.start_char), '[^。；！？]*$'), '.*(谋划|前期|论证|储备|开工|动工|建成|竣工|投产|投运|通车|完工|完成|建设|推进|加快|实施|推动|抓好|提速)', 1) AS led,
        regexp_extract(substr(p.text, m.end_char + 1), '^[^。；，！？]*') AS after
    FROM mentions AS m
    JOIN entities AS e USING (entity_id)
    JOIN paragraphs AS p USING (paragraph_id)
    WHERE p.kind = 'body' AND (
            e.type IN ('facility', 'corridor')
            -- Of programmes those that are works of one place: 河西走廊水资源配置工程, not 农村供水工程.
            OR e.type = 'programme'
            AND regexp_matches(e.name, '(?:水资源(?:优化)?配置|水利枢纽|供水|引水|调水|水库连通|灌区|大坝|直流|交流|输电|扩建|高速[^速]*扩容|航道整治|枢纽|主体|[一二三四五]期|入[浙鲁川渝湘沪粤京]|引.济.)(?:主体|后续)?(?:工程|项目)$')
            AND NOT regexp_matches(e.name, '^(?:农村|农饮|城镇|城市|城乡|单村|供暖|边境|基层|中小|交通|整治|[一二三]号|骨干|重大|高速公路|地下|\d)')
        )
        -- Lines of trade, belts and brands are no works; neither are centres of a trade, or what is old.
        AND NOT regexp_matches(e.name, '班列|走廊|通道|丝绸之路|茶道|港口岸|遗址|古城|平台|市场|网站?$|带$|系统$|(?:科技创新|国际交往|国际消费|金融|航运|贸易)中心$|部医学中心$|林场$|农场$|口岸$')
),
works AS (
    -- What follows a name of works: their part (二期, 3号机组), what is done (扩建, 建成), more of the list, or nothing.
    SELECT *, regexp_extract(after, '^[^、]*') AS rest
    FROM placed
    WHERE regexp_matches(after, '^(?:$|[、（(及和与]|以及|一?批|等(?:$|[^、]{0,24}(?:项目|工程|建设|线|电站|机场|枢纽|水库|道|设施|加快|推进|建成|开工|竣工|前期|投)|$)|[一二三四五]?期|[一二三四]?跑道|第[一二三四五]|航站|T\d|\d|飞行区|主体|全线|专用线|站|段|延长线|延伸|支线|复线|二线|三线|超超临界|工程|项目|枢纽|主线|环岛|高速|公路|铁路|大桥|电站|改|扩|增[容建]|提[质标升]|升级|优化|整治|治理|综合|迁建|除险|电气化|新建|续建|建|在建|已|开[工通]|复工|动工|加[快速]|顺利|稳步|正式|基本|全部|全面(?:建|开|完|投|贯|推|加|启)|获批|立项|投|竣工|通[车航]|运营|贯通|完|前期|进展|有序|提速|推进|实施|规划建设|的?(?:建设|前期)|尽早|力争|争取|早日|如期|实现(?:开工|通车|贯通|并网|投)|并网|蓄水|封顶|启动|落地|纳入|主线|配套|港区)')
        AND NOT regexp_matches(after, '^(?:建设(?:峰会|发展规划)|扩大|提升(?:服务|能级)|开通[^、]{0,8}(?:航|货)线|综合(?:保护|利用))|等[^、]{0,12}(?:街区|品牌|航线|走廊|景区|商圈)')
        AND NOT regexp_matches(before, '(?:“|[以为]|平台|对)$')
),
listed AS MATERIALIZED (SELECT * FROM v_listed_projects),
-- What a list names beside them, as it is printed.
unnamed AS (
    SELECT
        NULL AS mention_id, i.document_id, NULL AS entity_id, substr(p.text, i.start_char + 1, i.end_char - i.start_char) AS surface, i.item AS project, CASE WHEN regexp_matches(i.item, '铁路|高铁|城际|高速|公路|航道|[线段]') THEN 'corridor' ELSE 'facility' END AS type,
        i.paragraph_id, t.task_id, i.section_id, i.end_char, regexp_extract(substr(p.text, 1, i.start_char), '[^。；，！？]*$') AS before,
        regexp_extract(regexp_extract(substr(p.text, 1, i.start_char), '[^。；！？]*$'), '.*(谋划|前期|论证|储备|开工|动工|建成|竣工|投产|投运|通车|完工|完成|建设|推进|加快|实施|推动|抓好|提速)', 1) AS led,
        regexp_extract(substr(p.text, i.end_char + 1), '^[^。；，！？]*') AS after
    FROM listed AS i
    JOIN paragraphs AS p USING (paragraph_id)
    LEFT JOIN tasks AS t ON t.paragraph_id = i.paragraph_id AND t.start_char <= i.start_char AND i.end_char <= t.end_char
    WHERE NOT EXISTS (SELECT 1 FROM works AS w WHERE w.paragraph_id = i.paragraph_id AND w.end_char > i.start_char AND w.end_char - length(w.surface) < i.end_char)
),
staged AS (
    SELECT
        *,
        -- What is said of the project itself comes before what is said of the whole clause; 建成 behind one of a list speaks of that one.
        CASE
            WHEN regexp_matches(rest, '前期|立项|可研') THEN 'plan'
            WHEN regexp_matches(rest, '开工|动工|启动建设') AND NOT regexp_matches(rest, '^等') THEN 'start'
            WHEN regexp_matches(rest, '建成|竣工|投产|投运|投用|通车|投入(?:使用|运营)|完工|贯通|并网|开通运营') AND NOT regexp_matches(rest, '^等') THEN 'finish'
            WHEN regexp_matches(before || '·' || after, '谋划|前期|论证|立项|可研|项目储备|储备项目|争取.*(纳入|批复|落地)|规划建设') THEN 'plan'
            WHEN regexp_matches(before || '·' || after, '开工|动工|启动建设|启动实施') THEN 'start'
            WHEN regexp_matches(before || '·' || after, '建成|竣工|完成.*(?:建设|改扩建|改造|扩建|工程|治理|整治)|投产|投运|通车|开通运营|投入(?:使用|运营)|投用|完工|贯通|并网|开通') THEN 'finish'
            WHEN regexp_matches(before || '·' || after, '建设|推进|加快|提速|续建|扩建|改造|实施|施工|推动') THEN 'build'
            -- 开工建设引水工程等水利项目，以及水电站等能源项目: what was said last in the sentence goes on.
            WHEN NOT regexp_matches(after, '等[^、]{0,14}(?:项目|工程)') THEN NULL
            WHEN regexp_matches(led, '谋划|前期|论证|储备') THEN 'plan'
            WHEN regexp_matches(led, '开工|动工') THEN 'start'
            WHEN regexp_matches(led, '建成|竣工|投产|投运|通车|完工|完成') THEN 'finish'
            WHEN led <> '' THEN 'build'
        END AS stage
    FROM (SELECT * EXCLUDE (rest), rest FROM works UNION ALL BY NAME SELECT *, regexp_extract(after, '^[^、]*') AS rest FROM unnamed)
),
figured AS (
    SELECT paragraph_id, start_char, coalesce(indicator, '') || text AS figure FROM results WHERE kind <> 'duration'
    UNION ALL
    SELECT t.paragraph_id, g.start_char, coalesce(g.indicator, '') || g.text
    FROM targets AS g JOIN tasks AS t USING (task_id) WHERE g.kind NOT IN ('deadline', 'duration')
)
SELECT
    s.project, s.type, s.stage, coalesce(t.period, c.period) AS period, coalesce(t.year_from, c.year_from) AS year_from,
    coalesce(t.year_to, c.year_to) AS year_to, d.issuers, d.level, d.admin_code, d.title AS document,
    s.before || s.surface || s.after AS clause,
    -- A figure of the project stands behind it, before another one of the list begins.
    (
        SELECT string_agg(f.figure, '；' ORDER BY f.start_char) FROM figured AS f
        WHERE f.paragraph_id = s.paragraph_id AND f.start_char >= s.end_char AND f.start_char < s.end_char + length(s.rest)
            AND NOT regexp_matches(s.rest, '等|^\d+(?:万?吨级|[条个座])')
    ) AS figures,
    s.entity_id, s.document_id, s.paragraph_id, s.task_id, s.mention_id,
    -- The part of the list that names it, with its part and works: 罗泾港区改造二期.
    coalesce(
        -- 甲城至丁城 of 甲城至丁城等铁路, where the name is only the route.
        (SELECT max(l.item) FROM listed AS l WHERE l.paragraph_id = s.paragraph_id AND l.start_char = s.end_char - length(s.surface) AND l.end_char = s.end_char AND starts_with(l.item, s.surface)
            AND length(l.item) > length(CASE WHEN s.entity_id IS NULL OR starts_with(s.project, s.surface) THEN s.project ELSE s.surface END || regexp_extract(s.rest, '^[^等和及与]*?(?:[一二三四五]期|跑道|机组|[^阶]段|延长线|工程|项目|改扩建|改造|扩建|扩容|扩能|增容|迁建)+|^'))),
        CASE WHEN s.entity_id IS NULL OR starts_with(s.project, s.surface) THEN s.project ELSE s.surface END || regexp_extract(s.rest, '^[^等和及与]*?(?:[一二三四五]期|跑道|机组|[^阶]段|延长线|工程|项目|改扩建|改造|扩建|扩容|扩能|增容|迁建)+|^')
    ) AS item,
    -- The area that the name begins with, in the document's own province where it has one.
    (
        SELECT arg_max(a.name, length(a.called)) FROM areas AS a
        WHERE length(a.called) >= 2 AND a.called <> s.project AND starts_with(s.project, a.called) AND (d.admin_code IS NULL OR a.admin_code[:2] = d.admin_code[:2])
    ) AS place
FROM staged AS s
JOIN documents AS d USING (document_id)
JOIN sections AS c USING (section_id)
LEFT JOIN tasks AS t ON t.task_id = s.task_id
WHERE s.stage IS NOT NULL;
