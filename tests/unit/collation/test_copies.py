import pytest

from gangyao.ingest.copies import copy_from_bytes, read_copy
from gangyao.ingest.errors import DecodeError

PAGE = """<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>标题</title>
<style>p {{ color: red }}</style><script>var text = "脚本";</script></head>
<body><nav>首页 &gt; 政策</nav><div><h1>滨湖规划</h1>
<p>保护&ldquo;湿地&rdquo;，<b>恢复</b>岸
线&nbsp;&#24314;&#35774;。<br>第二行</p><table><tr><td>指标</td><td>118</td></tr></table></div>
<footer>版权所有</footer><!-- 注释 --></body></html>"""


def test_a_page_gives_its_text_and_nothing_else():
    assert copy_from_bytes(PAGE.format(charset="utf-8").encode(), "a.html").text.split("\n") == [
        "滨湖规划",
        "保护“湿地”，恢复岸 线 建设。",
        "第二行",
        "指标",
        "118",
    ]


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gbk", "big5", "gb18030"])
def test_a_page_is_decoded_as_it_declares(charset, tmp_path):
    codec = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}.get(charset, charset)
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.format(charset=charset).encode(codec, "xmlcharrefreplace"))

    witness = read_copy(path)

    assert witness.name == "page.html"
    assert witness.text.startswith("滨湖规划")


def test_a_byte_order_mark_goes_before_the_declaration():
    data = b"\xef\xbb\xbf" + PAGE.format(charset="gb2312").encode("utf-8")

    assert copy_from_bytes(data, "page.html").text.startswith("滨湖规划")


def test_a_page_that_declares_nothing_is_decoded_by_its_bytes():
    page = "<html><body><p>湿地保护与恢复，生态补偿机制，水上公共交通。</p></body></html>"

    assert copy_from_bytes(page.encode("gb18030"), "a").text.startswith("湿地保护")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_plain_text_in_any_encoding(encoding):
    text = "滨湖湿地保护与恢复。\n建立跨县生态补偿机制，鼓励企业购置新能源客船。\n"

    assert copy_from_bytes(text.encode(encoding), "a.txt").text == text


def test_bytes_that_are_not_what_the_page_declares_are_one_clear_error():
    data = PAGE.format(charset="utf-8").encode("utf-8").replace("湿".encode(), b"\xe6\xff")

    with pytest.raises(DecodeError, match=r"page\.html, byte \d+: .*utf-8") as error:
        copy_from_bytes(data, "page.html")
    assert "\n" not in str(error.value)


def test_a_text_that_only_mentions_a_mark_is_no_page():
    assert copy_from_bytes("水位 < 118 时启动预案".encode(), "a.txt").text == "水位 < 118 时启动预案"
