-- Items of lists of projects, as they are printed: 夹岩大型灌区, 贵阳弗迪电池二期, 750千伏输变电工程; whether or not a name of the release covers them. What a list shares is written out: 铜仁至吉首、黄桶至百色等铁路.
WITH areas AS (
    SELECT DISTINCT unnest(aliases || [name, regexp_replace(name, '(?:省|市|县|区|自治区|自治州|自治县)$', '')]) AS called FROM entities WHERE type = 'admin_area'
),
cut AS (
    SELECT paragraph_id, document_id, section_id, regexp_split_to_array(text, '[。；，！？]') AS parts FROM paragraphs WHERE kind = 'body'
),
clauses AS (
    SELECT paragraph_id, document_id, section_id, parts[i] AS clause, coalesce(list_sum(list_transform(parts[:i - 1], lambda part: length(part) + 1)), 0)::INTEGER AS clause_start
    FROM (SELECT *, unnest(range(1, len(parts) + 1)) AS i FROM cut)
    WHERE regexp_matches(parts[i], '开工|动工|复工|启动|建成|建设|新建|续建|扩建|迁建|改造|推进|推动|加快|提速|实施|完成|投产|投用|投运|通车|贯通|并网|竣工|完工|谋划|前期|运营|落地|等[^、]{0,14}(?:项目|工程)')
),
bared AS (
    -- Without the verbs in front and behind, and without 等…; `shared` is what the list says all of them are.
    SELECT
        *,
        regexp_extract(core, '(?:等|\d[条座个])(?:一?批)?(?:重大|重点|重要|省际|出省|在建|大型|大中型|中型|水利|\d+[个条座项])*(铁路|高铁|城际铁路|高速公路|高速|公路|机场|水库|灌区|抽水蓄能电站|水电站|电站|电厂|大桥|支线机场|通用机场|国家物流枢纽|抽水蓄能|外送通道)[^、]*$', 1) AS said,
        regexp_replace(regexp_replace(regexp_replace(core, '等(铁路|高铁|高速公路|高速|公路|机场|水库|电站)(?:和|及|以及)', '\1、', 'g'), '(^|、)([\x{4e00}-\x{9fff}]{2,3})(?:和|及|与)([\x{4e00}-\x{9fff}]{2,4}(?:铁路|高铁|高速|机场|水库))', '\1\2、\3', 'g'), '等[^、]*|\d[条座](?:高速公路|高铁|铁路|水库|机场|灌区|大桥|(?:抽水蓄能|水)?电站)$', '', 'g') AS listed
    FROM (
        SELECT
            *,
            regexp_replace(clause, '^(?:\s|（[^）]*）|[一二三四五六七八九]是|\d+[.．、]|[—-]+|今年|明年|年内|全年|要|力争|确保|争取|获批|建好|以及|(?:总)?投资[\d.]+[万亿]元的|(?:高速公路|铁路|公路)(?:续建|新开工|新建)|(?:着重|重点)?抓[紧好实]?|着重|做[实强]|加快|加速|全力|全面|全速|全程|持续|高效|高质量|高标准|高水平|深入|积极|大力|统筹|扎实|有序|稳步|稳妥|协同|着力|重点|精心|务实|尽快|尽早|提前|共同|合力|协调|配合|支持|推动|推进|促进|深化|强化|加强|加紧|围绕|高质高效|做好|开展|新?开工|动工|复工|启动|实施|(?:规划|谋划)?建设|建成|新建|续建|改建|完成|投[产用运]|投入使用|通车|开通|贯通|并网|谋划|提速|运营|储备|申报|规划|论证|组织|力促|竣工|打造|聚焦|布局|招引|引进|[和及、并](?:新?开工|建成|启动|投产|实施|推进|加快)|好|了|一?批)+', '') AS core
        FROM clauses
    )
),
named AS (
    SELECT
        *,
        -- 昌九高铁和长赣铁路: 和 parts two items only behind what works are called.
        list_filter(
            regexp_split_to_array(
                regexp_replace(
                    regexp_replace(regexp_replace(listed, '(铁路|高铁|城际|高速|公路|大桥|隧道|通道|水库|灌区|枢纽|电站|机场|航站楼|码头|号线|工程|项目|基地|产业园|[段期])(?:力争|有望|预计|将|年底|年内|[一二三四]季度|\d+月|下闸|铺轨|进入|完成|取得|进展|首台|全部机组|全容量|稳步|扎实).*$', '\1'), '((?:全部|全面|全线|正式|顺利|实现|相继|陆续|如期|稳步|加快|加速|提速|有序|基本|即将|年内|接续|获批|入选|尽快|尽早|已|均|将|等|重大|重点|续建|在建|主体)?(?:项目|工程)?(?:建设(?:进度)?|前期(?:工作)?|新?开工|动工|复工|启动|推进|推动|建成|投[产用运]|投入(?:使用|运[行营])|通车|通航|开通|贯通|并网(?:发电)?|竣工|完工|封顶|运营|实施|落地|达产|提速|进展|进度|加快|试运行|见效))+$', ''),
                    '(铁路|高铁|城际|高速|公路|大桥|隧道|机场|枢纽|水库|灌区|电站|电厂|核电|[一二三四五]期|扩建|扩能|扩容|改造|号线|工程|项目|基地|中心|园区|产业园|通道|运河|航道|港区)(?:和|及|以及|与)', '\1、', 'g'
                ),
                '、'
            ),
            lambda item: length(item) > 0
        ) AS items
    FROM bared
),
tailed AS (
    SELECT
        *,
        -- What a part of a list lacks is said by 等铁路, or else by the next part that has it: 雄商、雄忻高铁和石雄铁路.
        list_transform(
            items,
            lambda item, i: coalesce(
                nullif(said, ''),
                nullif(regexp_extract(list_filter(items[i + 1:], lambda later: regexp_matches(later, '铁路|高铁|城际|高速|公路|机场|水库|灌区|电站|电厂|接收站|物流枢纽|工程|外送通道'))[1], '^[^、]{2,}?(铁路|高铁|城际铁路|高速公路|高速|公路|通用机场|支线机场|机场|水库|灌区|抽水蓄能电站|LNG接收站|国家物流枢纽|干流治理工程|外送通道)(?:[^、]*段|扩能改造|改扩建|扩容|主体)*(?:工程|项目)?$', 1), '')
            )
        ) AS shared_of
    FROM named
),
single AS (
    SELECT
        paragraph_id, document_id, section_id, clause, clause_start,
        -- 黄桶至百色等铁路和… prints the kind behind 等.
        CASE WHEN contains(clause, item) THEN item ELSE regexp_replace(item, '(?:铁路|高铁|高速公路|高速|公路|机场|水库|电站)$', '') END AS printed,
        regexp_replace(
            CASE
                WHEN shared IS NOT NULL AND regexp_matches(item, '^[\x{4e00}-\x{9fff}]{2,5}$|^[\x{4e00}-\x{9fff}]{2,6}(?:至|型$)[\x{4e00}-\x{9fff}]{0,8}$') AND NOT regexp_matches(item, '(?:铁路|高铁|城际|高速|公路|机场|水库|灌区|电站|电厂|核电|工程|项目|枢纽|大桥|通道|航道|港|站|水|引.济.|扩[建容能]|改造|期)$') THEN item || shared
                ELSE item
            END, '^(?:以及|和|及|与|建设|开工|推进|加快|实施|启动|新建|续建|建成|完成|谋划|推动)+|(?:全面|全部|全线|正式|顺利|加快|实现)?(?:开工|动工|竣工|完工|建成|投[产用运]|通车|贯通|并网)(?:建设|运营|投[产用运]|通车|使用)?$|等一?批?', '', 'g'
        ) AS item
    FROM (SELECT *, unnest(items) AS item, unnest(shared_of) AS shared FROM tailed)
),
placed AS (
    -- Whose first word is a place or a body that the release knows.
    SELECT
        s.*, s.clause_start + strpos(s.clause, s.printed) - 1 AS start_char,
        EXISTS (SELECT 1 FROM areas AS a WHERE length(a.called) >= 2 AND starts_with(s.item, a.called) AND length(s.item) - length(a.called) >= 2) AS is_of_place
    FROM single AS s
    WHERE contains(s.clause, s.printed) AND length(s.item) BETWEEN 4 AND 30
        AND NOT regexp_matches(s.item, '^(?:项目|工程|确保|其中|农村|农饮|城市|城镇|城乡|重大|重点|骨干|国家级|省级|市级|县级|各|全[省市区国县]|我[省市区国]|本[省市区]|一[些系批]|新型|大型|中型|小型|中小|大中型|各类|相关|有关|基层|老旧|公共|普惠|社区|乡镇|普通|干线|充|货运|客运|国省|国高|国道|省道|国家(?:干线|铁路|高速|公路|骨干|重点|重大)|支线|通用机场|内河|沿边|沿海|市域|海上|陆上|分布式|集中式|高速公路|水运|水利|交通|能源|电力|铁路|公路|现有|已有|其他|其它|更多|部分|病险|中央|中小学|现代|绿色|智慧|数字|一体|多式|综合|高标准|高铁|轨道|抽水蓄能|风电|光伏|水电|火电|核电|新能源|新一代|战略性|标志性|引领性|示范性|政府|民生|惠民|超长期|专项|“?两重”?|“?十大|“?百|“?千|“?万|[\d０-９一二三四五六七八九十百千万多余]+[个条座项公万亿处所家套批件宗]|虚拟|零碳|低碳|配套|在建|发展|搞好|改建|通村|坑口|原子能|中西部|东部|西部地区|优质|生产性|优先|努力|主要|通过|用于|挖潜|独立|区位|疏港|这|那|已|新建|计划|还|又|另外|以|用|按|依靠|继续|组织|大量|许多|几|有|多[层元式]|智能|智慧|国际|区域|跨)')
        AND NOT regexp_matches(s.item, '[“”《》]|的|[和及]农村|管理|服务能力|攻坚|行动|机制|政策|制度|[^高]质量|标准化|信息化建设|我们|探源|[\d]+个项目|^国家物流枢纽$|向[^、]*延伸|用于|安排|列入|批准|应急|保护修复|建设|等$|投资|招商|示范工程$|民生工程$|惠民工程$|富民工程$|(?:质量|素质|能力|环境|服务|水平|品质|产能|效能)提升工程$|培育工程$|倍增工程|计划|战略|方案|增产|产能$|周边地区')
),
bodies AS (
    SELECT m.paragraph_id, m.start_char, length(m.surface) AS chars FROM mentions AS m JOIN entities AS e USING (entity_id) WHERE e.type = 'organization'
),
judged AS (
    SELECT
        s.*,
        s.is_of_place OR EXISTS (SELECT 1 FROM bodies AS b WHERE b.paragraph_id = s.paragraph_id AND b.start_char = s.start_char AND length(s.printed) - b.chars >= 2) AS is_owned,
        -- 等项目 behind a list says what all of it is, and so do verbs that only works and plants take.
        regexp_matches(s.clause, '等(?:一大?批|[\d.]+[余多]?个|若干)?[^、]{0,12}(?:项目|工程)|投产|达产|竣工|开工|通车|投运|贯通|通航|并网|项目(?:和|建设$)') AS is_list_of_works,
        regexp_matches(s.clause, '^(?:加快|加速|持续|全面|全力|高[质标]量|推动|推进|高标准)*(?:建设|建成|开工|落地|续建|新建|投用)') AS is_built,
        -- Zones, cities and alliances are built too, and are no works.
        regexp_matches(s.item, '(?:带|走廊|示范区|试验区|城市|集群|共同体|生态圈|[^储]平台|试点|联动区|功能区|合作区|开放|名录|名单)$') AS is_of_region,
        (
        -- Works by their kind.
            regexp_matches(s.item, '[^、]{2,}(?:抽水蓄能(?:电站)?|输变电工程|水电站|核电站?|航电枢纽|航运枢纽|水利枢纽|灌区|水库|高铁|铁路|城际|高速|高速公路|旅游公路|公路|快速路|机场|港区|航道|大桥|隧道|号线|电厂|电站|热电厂?|风电场|储气库|接收站|天然气管道|供水|引水|调水|水资源配置|直流|特高压|运河|码头|作业区|跨[海江]通道|航站楼|跑道|[二三四五]线|复线|延[伸长]线?|东站|西站|南站|北站|海底隧道|过江通道|绕城|外送通道|高铁枢纽|铁路枢纽|交通枢纽|航空枢纽|航空港|物流枢纽|大道|轻轨|水运新通道|干流治理工程)(?:[一二三四五]期|东延|西延|南延|北延|西延伸|[东南西北]延伸|全线|主体|新建|扩建|改扩建|扩能|扩容|迁建|改造|提升|提质|升级|整治|治理|加固|配套|扩能改造|扩能升级|扩容改造|扩容提质|除险加固|主体工程|工程|项目|[^、]*段|枢纽|上延|入[\x{4e00}-\x{9fff}])*$')
            -- A part of works, or what is done to them: 贵阳弗迪电池二期, 合川双槐电厂三期, 江津造纸扩建.
            OR regexp_matches(s.item, '[^、]{2,}(?:[一二三四五]期|改扩建|扩建|迁建|扩能改造|扩容改造|扩能升级|扩容工程)(?:工程|项目)?$')
            -- What may be of any trade is a project where it begins with a place, or has a name in letters.
            OR (
                regexp_matches(s.item, '[^、]{3,}(?:产业园|工业园|科技园|基地|数据中心|智算中心|超算中心|工厂|项目|工程|医院|院区|乙烯|总部|装置|分院)$')
                AND (regexp_matches(s.item, '[A-Za-z]{2,}') OR EXISTS (SELECT 1 FROM areas AS a WHERE length(a.called) >= 2 AND starts_with(s.item, a.called)))
            )
            ) AS is_works
    FROM placed AS s
)
-- Of a list of works whatever is named after a place or a body counts, and the rest of it where a quarter of it counts.
SELECT DISTINCT
    item, clause, document_id, section_id, paragraph_id, start_char, start_char + length(printed) AS end_char
FROM judged AS s
WHERE is_works OR NOT regexp_matches(s.clause, '等[^、]{0,8}(?:企业|公司|集团|机构)') OR NOT EXISTS (SELECT 1 FROM bodies AS b WHERE b.paragraph_id = s.paragraph_id AND b.start_char = s.start_char AND b.chars = length(s.printed))
QUALIFY is_works
    OR is_list_of_works AND is_owned AND NOT is_of_region
    OR is_built AND NOT is_of_region AND count(*) OVER (PARTITION BY paragraph_id, clause_start) >= 3 AND avg(is_works::INTEGER) OVER (PARTITION BY paragraph_id, clause_start) >= 0.4
    OR is_list_of_works AND NOT is_of_region AND avg((is_works OR is_owned)::INTEGER) OVER (PARTITION BY paragraph_id, clause_start) >= 0.25;
