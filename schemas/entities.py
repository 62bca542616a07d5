"""Table `entities`."""

from schemas.declaration import Column, Table
from schemas.keys import entity_id

TABLE = Table(
    name="entities",
    title="Entities",
    title_zh="实体",
    row="named thing, over all documents",
    description=(
        "The named places, bodies, projects and policies that the documents speak of, each under one name."
    ),
    primary_key=("entity_id",),
    recognised_by=("name",),
    columns=(
        entity_id("Type and canonical name."),
        Column(
            "type",
            "string",
            "类型",
            "What it is.",
            "admin_area",
            values={
                "country": "a country or a union of countries",
                "admin_area": "an administrative division of China",
                "region": "a named area that is no administrative division",
                "natural_feature": "a river, mountain, lake or island",
                "zone": "a named functional zone, new area, park or pilot area",
                "corridor": "a named transport or economic corridor, belt, route or line",
                "organization": "a named institution, agency, alliance or body",
                "facility": "a named physical site or shared platform",
                "programme": "a named project, campaign or work scheme",
                "policy": "a named strategy, reform, plan, system or slogan",
                "event": "a named meeting, fair or competition",
                "brand": "a coined name given to a service or a campaign",
                "heritage": "a named art, craft, species or relic",
            },
        ),
        Column("name", "string", "名称", "Canonical name, in Simplified characters.", "重庆市"),
        Column("name_hant", "string", "名称（繁体）", "Canonical name, in Traditional characters.", "重慶市"),
        Column(
            "aliases",
            "strings",
            "别称",
            "The other forms under which the documents mention it, sorted.",
            ("重庆", "渝"),
        ),
        Column(
            "admin_code",
            "string",
            "行政区划代码",
            "GB/T 2260 code, as in force when the latest document that mentions it was announced; null where "
            "the type has none or it is undecided (each mention has the code of its own document's day).",
            "500000",
            nullable=True,
            pattern=r"[1-9][0-9]{5}",
        ),
        Column(
            "mention_count",
            "integer",
            "提及次数",
            "How often the documents mention it.",
            36,
            unit="mentions",
            minimum=1,
        ),
        Column(
            "document_count",
            "integer",
            "文件数",
            "How many documents mention it.",
            1,
            unit="documents",
            minimum=1,
        ),
    ),
)
