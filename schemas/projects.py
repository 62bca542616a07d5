"""Table `projects`."""

from schemas.declaration import Column, Table
from schemas.keys import (
    PARAGRAPH_ID,
    TO_DOCUMENT,
    TO_ENTITY,
    TO_PARAGRAPH,
    TO_SECTION,
    TO_TASK,
    char_span,
    document_id,
    entity_id,
    paragraph_id,
    period,
    section_id,
    task_id,
    years,
)
from schemas.project_kinds import PROJECT_KINDS

STAGES = {
    "plan": "谋划, 前期, 争取: it is planned",
    "start": "开工, 启动: it is begun",
    "build": "建设, 推进: it is being built",
    "finish": "建成, 投产, 通车: it is finished",
}
TABLE = Table(
    name="projects",
    title="Projects",
    title_zh="项目",
    row="place where works are named",
    description=(
        "Named works (railways, roads, reservoirs, power stations, plants, parks, hospitals, schools) that "
        "running text plans, begins, builds or finishes, one row per name in a list. Printed tables of "
        "projects are in the view `v_table_projects`."
    ),
    primary_key=("project_id",),
    foreign_keys=(TO_DOCUMENT, TO_SECTION, TO_PARAGRAPH, TO_TASK, TO_ENTITY),
    recognised_by=("document_id", "name", "stage"),
    columns=(
        Column(
            "project_id",
            "string",
            "项目编号",
            "The paragraph and the rank of the name in it.",
            "chengyu-2021/8.2/p3/w1",
            pattern=PARAGRAPH_ID + r"/w[1-9][0-9]*",
        ),
        document_id(),
        section_id("Section of the paragraph."),
        paragraph_id("Paragraph that names the works."),
        task_id("Task whose sentence names them; null where that sets none.", nullable=True),
        entity_id("The entity that the name is or opens with; else null.", nullable=True),
        Column(
            "name",
            "string",
            "项目名称",
            "The name as printed, with what its list shares (铜仁至吉首、黄桶至百色等铁路).",
            "铜仁至吉首铁路",
        ),
        Column(
            "kind",
            "string",
            "类别",
            "Kind of the works, by the word that the name ends with; null where that tells none.",
            "railway",
            nullable=True,
            values=PROJECT_KINDS,
        ),
        Column(
            "stage",
            "string",
            "阶段",
            "What is said of the works; null where nothing is.",
            "build",
            nullable=True,
            values=STAGES,
        ),
        period(
            "When that holds, seen from the document, by its task or section; null where neither tells it."
        ),
        *years("First year that it holds for.", "Last year that it holds for."),
        Column(
            "place",
            "string",
            "所在地",
            "The division that the name opens with; null where it opens with none.",
            "重庆市",
            nullable=True,
        ),
        Column(
            "admin_code",
            "string",
            "行政区划代码",
            "Code of `place` (GB/T 2260); null where that is null or undecided.",
            "500000",
            nullable=True,
            pattern="[1-9][0-9]{5}",
        ),
        Column(
            "figures",
            "strings",
            "规模投资",
            "What the text prints of size and cost of these works behind their name, with what it measures.",
            ("完成投资120亿元",),
        ),
        Column(
            "score",
            "number",
            "把握",
            "Probability, by the weights of the judge, that these are works and their name ends here.",
            0.98,
            unit="1",
            minimum=0,
            maximum=1,
        ),
        *char_span("what is printed of the name"),
    ),
)
