"""Hard-wrapped lines are joined, others are left as they are."""

from gangyao.layout.wrapping import find_joins, find_wrapping

PARAGRAPHS = [
    "　　加强流域综合治理，完善河湖长制，推进重点河段水环境整治，改善城乡人居环境，"
    "健全监测预警体系，提升防灾能力，"
    "保障供水安全，建设幸福河湖，支持沿线县区发展生态旅游、特色农业和健康养老产业。",
    "　　优化交通网络布局，推进干线公路改造升级，打通断头路，提高农村公路通达深度，建设一批综合客运枢纽，"
    "方便群众出行，同时发展多式联运，降低物流成本，提高运输效率和服务质量。",
]


def wrapped(width=20):
    lines = []
    for title, paragraph in zip(("第一节 治理河流", "第二节 建设交通"), PARAGRAPHS, strict=True):
        lines.append(title)
        lines += [paragraph[start : start + width].strip() for start in range(0, len(paragraph), width)]
    return lines


def test_wrapped_lines_become_paragraphs():
    texts = wrapped() * 2
    wrapping = find_wrapping(texts)
    assert wrapping is not None
    joined: list[str] = []
    for text, joins in zip(texts, find_joins(texts, wrapping), strict=True):
        if joins:
            joined[-1] += text
        else:
            joined.append(text)
    once = ["第一节 治理河流", PARAGRAPHS[0].strip(), "第二节 建设交通", PARAGRAPHS[1].strip()]
    assert joined == once * 2


def test_a_sentence_a_line_is_not_wrapped():
    texts = [sentence + "。" for paragraph in PARAGRAPHS for sentence in paragraph.split("，")] * 3
    assert find_wrapping(texts) is None


def test_paragraphs_on_one_line_are_not_wrapped():
    assert find_wrapping([paragraph.strip() for paragraph in PARAGRAPHS] * 10) is None
