"""What binds in a task; all sentences are invented."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gangyao.chinese.signs import Lines
from gangyao.document.facts import Facts
from gangyao.document.tasks import Action, Modality, Party, Task
from gangyao.tasks.duties.force import PATTERNS, SIGNS, ban_of, read_forces


def facts(kind: str | None) -> Facts:
    return Facts("", (), None, None, None, (), kind=kind)


def task(text: str, modality: Modality = "commit", actor: str | None = None) -> Task:
    actors = (Party(actor, 0, len(actor)),) if actor else ()
    return Task(1, "measure", None, text, modality, actors, (), (), (), 0, len(text))


@pytest.mark.parametrize(
    ("text", "modality", "actor", "kind", "bindingness"),
    [
        ("县级以上人民政府应当建立制度。", "require", "县级以上人民政府", "law", "duty"),
        ("国家建立补偿制度。", "commit", "国家", "law", "duty"),
        ("禁止向水体排放污染物。", "prohibit", None, "law", "ban"),
        ("耕地面积不得低于500万亩。", "prohibit", None, "plan", "ban"),
        ("当事人可以申请复议。", "commit", None, "law", "permission"),
        ("鼓励企业扩大投资。", "support", None, "notice", "encouragement"),
        ("要加强组织领导。", "require", None, "notice", "duty"),
        ("名称应简洁规范。", "require", None, "notice", "duty"),
        ("切实做到应保尽保。", "require", None, "notice", "commitment"),
        ("要把发展放在首位。", "require", None, "report", "exhortation"),
        ("建设农村公路1000公里。", "commit", None, "report", "commitment"),
        ("落实规划纲要，推动环境质量改善。", "commit", None, "report", "commitment"),
        ("市财政局要落实资金。", "require", "市财政局", "report", "duty"),
        # What is owned or in charge is neither allowed nor bound.
        ("保障宅基地所有权、使用权。", "commit", None, "opinion", "commitment"),
        ("任何人都有权举报。", "commit", None, "law", "permission"),
        ("负责水产保护的主管部门查处案件时，可以先行调解。", "commit", None, "law", "permission"),
        ("经负责人批准，可以检查渔船。", "commit", None, "law", "permission"),
        ("渔业局负责发放许可证，可以抽查。", "commit", None, "law", "duty"),
        ("各渔业公司负责人应该改善条件。", "commit", "各渔业公司负责人", "report", "duty"),
    ],
)
def test_what_binds(text: str, modality: Modality, actor: str | None, kind: str, bindingness: str) -> None:
    ((force,),) = read_forces(((task(text, modality, actor),),), facts(kind), ())
    assert force.bindingness == bindingness


def act(verb: str, place: int) -> Action:
    return Action(place, verb, "", verb, "action", "commit", 0, len(verb))


@pytest.mark.parametrize(
    ("verbs", "bindingness"),
    [
        (("可继续免征",), "permission"),
        (("可从资产中预留", "优先支付"), "permission"),
        # Another act is bound.
        (("可以压减", "应当公开"), "duty"),
        (("可持续发展",), "commitment"),
        (("可能逐步提高",), "commitment"),
    ],
)
def test_what_the_first_act_is_allowed_by(verbs: tuple[str, ...], bindingness: str) -> None:
    own = task("，".join(verbs) + "渔业。")
    acts = tuple(act(verb, place) for place, verb in enumerate(verbs, 1))
    ((force,),) = read_forces(((own._replace(actions=acts),),), facts("notice"), ())
    assert force.bindingness == bindingness


def test_a_dispatch_addresses_those_of_its_head() -> None:
    own = (task("要加强领导。"), task("市财政局要落实资金。", actor="市财政局"))
    (forces,) = read_forces((own,), facts("notice"), ("各区人民政府",))
    assert [force.addressed_to for force in forces] == [("各区人民政府",), ("市财政局",)]
    ((of_law,),) = read_forces((own[:1],), facts("law"), ("各区人民政府",))
    assert of_law.addressed_to == ()


@pytest.mark.parametrize(
    ("text", "ban"),
    [
        ("严禁新增产能。", "prohibited"),
        ("严格控制建设用地增量。", "controlled"),
        ("严厉打击非法采砂。", "fought"),
        ("淘汰落后产能。", "phased_out"),
        ("排查整治违规企业。", "fought"),
        ("整治违法用地行为。", "fought"),
        ("预防和制止不正当竞争行为。", "fought"),
        ("推进土地综合开发整治。", None),
        ("不得低于10%。", "floor"),
        ("不得超过30天。", "cap"),
        ("扣除期限不能超过48个月。", "cap"),
        ("发现信息不准确的，予以更正。", None),
        ("等不起、慢不得，必须加快发展。", None),
        ("公布鼓励和禁止事项清单。", None),
        ("打破行政区划限制，支持发展飞地经济。", None),
        ("开展专项整治，不得要求企业普遍停产。", "prohibited"),
        ("严厉打击非法采砂，不得超过核定产能。", "cap"),
        ("严格执行“五个严禁”、“八个不得”。", None),
        ("需要立案查处的，要按照规定调查处理。", None),
        ("严格落实不合格药品核查处置。", None),
    ],
)
def test_kinds_of_bans(text: str, ban: str | None) -> None:
    assert ban_of(text) == ban


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.sampled_from(sorted(PATTERNS)), st.data())
def test_a_sign_stands_wherever_a_pattern_fits(name: str, data: st.DataObject) -> None:
    lines = Lines([data.draw(st.from_regex(PATTERNS[name]))])
    assert int(SIGNS.masks(lines.codes, lines.starts)[0]) & SIGNS.bits(name)
