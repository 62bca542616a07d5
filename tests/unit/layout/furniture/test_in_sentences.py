"""Lines of a wrapped text that look like what a site prints."""

from gangyao.layout.furniture.find import find_furniture
from gangyao.layout.furniture.in_sentences import find_in_sentences

# A narrow column of fifteen characters a line.
_COLUMN = [
    "各单位不得把注册人数作为考核内容",
    "，不得要求群众为单位账号分享转发",
    "和点赞，不得购买数据，不得以任何",
    "方式要求基层干部关注指定的账号和",
    "栏目，各级主管部门要统筹推动新媒",
    "体与各地区各部门各县级网站和平台",
    "协同发展，做到同步发布、同步的更",
    "新，并对长期不更新的账号进行清理",
    "整合，确需保留的要明确责任部门和",
    "责任人员，每年至少开展一次检查。",
]


def _taken_back(texts: list[str]) -> list[str]:
    formed = find_furniture(texts)
    return [texts[place] for place in find_in_sentences(texts, formed)]


def test_a_full_line_that_a_sentence_goes_through_is_text() -> None:
    texts = [*_COLUMN[:4], "栏目，各主管部门要统筹推动新媒体", "与各地区各部门各级政府门户网站", *_COLUMN[6:]]
    assert _taken_back(texts) == ["与各地区各部门各级政府门户网站"]


def test_what_a_site_prints_below_a_sentence_stays_furniture() -> None:
    assert not _taken_back([*_COLUMN, "青山省云水县人民政府门户网站主办", "打印本页"])


def test_a_short_line_in_the_midst_of_a_text_stays_furniture() -> None:
    texts = [*_COLUMN[:5], "分享到", *_COLUMN[5:]]
    assert not _taken_back(texts)


def test_the_head_of_a_page_within_a_sentence_stays_furniture() -> None:
    texts = [*_COLUMN[:5], "青山日报 2025年3月14日 星期五", *_COLUMN[5:]]
    assert find_furniture(texts)[5]
    assert not _taken_back(texts)
