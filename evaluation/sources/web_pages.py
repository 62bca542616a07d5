"""Documents as HTML: to be printed by a browser, and as a page of a government's site."""

from __future__ import annotations

import random
from collections.abc import Sequence
from html import escape

from evaluation.sources.blocks import Block, DocumentKind, merged_rows

_FONTS = ("Noto Serif CJK SC", "AR PL SungtiL GB", "WenQuanYi Zen Hei", "Noto Sans CJK SC")
_HEADING_FONTS = ("Noto Sans CJK SC", "WenQuanYi Zen Hei", "Noto Serif CJK SC")

_CSS = """body{{font-family:'{font}';font-size:{size}pt;line-height:{leading};margin:0}}
p{{text-indent:2em;margin:0;text-align:justify}}
h1.title{{text-align:center;font-size:{title}pt;line-height:1.4;margin:10pt 0}}
h2,h3,h4{{font-size:{size}pt;margin:0;text-indent:2em;font-family:'{heading}'}}
p.number,p.caption,p.tt{{text-align:center;text-indent:0}} p.addressees{{text-indent:0}}
p.aside{{text-indent:0}}
table.t{{border-collapse:collapse;width:100%;margin:6pt 0;font-size:10.5pt;line-height:1.4}}
.t td,.t th{{border:0.75pt solid black;padding:2pt 4pt}}
.box{{border:1pt solid black;padding:6pt;margin:6pt 0}}
.toc{{break-after:page}} .e{{display:flex}} .d{{flex:1;overflow:hidden;white-space:nowrap}}
.d:before{{content:'{dots}'}}
.redhead{{color:red;text-align:center;font-size:36pt;letter-spacing:6pt;border-bottom:2pt solid red;
margin-bottom:14pt}}
.imprint{{font-size:12pt;border-top:1pt solid;border-bottom:1pt solid;margin-top:30pt}}
.paper{{column-count:5;column-gap:14pt;{rule}column-fill:auto;height:480mm}}
.pagehead{{display:flex;justify-content:space-between;border-bottom:1pt solid;font-size:9pt;
margin-bottom:6pt}} .foot{{font-size:8pt;border-top:1pt solid;margin-top:4pt}}
@page{{size:{page};margin:{margin};{frame}}}"""


def block_html(block: Block) -> str:
    """Return a block as elements that a site would use for it."""
    text = escape(block.text)
    if block.kind == "title":
        return f"<h1 class=title>{text}</h1>"
    if block.is_heading:
        rank = int(block.kind[1]) + 1
        return f"<h{rank}>{text}</h{rank}>"
    if block.kind == "table":
        return f"<table class=t>{''.join(_rows(block))}</table>"
    if block.kind == "box":
        return "<div class=box>" + "".join(f"<p>{escape(row[0])}</p>" for row in block.rows) + "</div>"
    if block.kind == "contents":
        entries = (
            f"<div class=e><span>{escape(entry)}</span><span class=d></span><span>{page}</span></div>"
            for entry, page in block.rows
        )
        return f"<div class=toc><p class=tt>目　录</p>{''.join(entries)}</div>"
    return f"<p class={block.kind}>{text}</p>" if block.kind != "p" else f"<p>{text}</p>"


def _rows(block: Block) -> list[str]:
    rows = []
    for index, row in enumerate(merged_rows(block)):
        tag = "td" if index else "th"
        cells = (f"<{tag} rowspan={cell[1]}>{escape(cell[0])}</{tag}>" for cell in row if cell is not None)
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return rows


def printed_page(kind: DocumentKind, blocks: Sequence[Block], rng: random.Random) -> str:
    """Return a document as a page for the printer, in a style drawn by `rng`."""
    style = {
        "font": rng.choice(_FONTS),
        "heading": rng.choice(_HEADING_FONTS),
        "size": rng.choice((12, 14, 16)),
        "leading": rng.choice((1.5, 1.75, 2)),
        "title": 22,
        "dots": rng.choice(("…" * 60, "." * 200)),
        "rule": rng.choice(("column-rule:0.5pt solid #888;", "")),
        "page": "A4",
        "margin": "37mm 26mm 35mm 28mm",
        "frame": "",
    }
    inner = "".join(map(block_html, blocks))
    if kind == "newspaper":
        style |= {"size": rng.choice((9, 10, 10.5)), "leading": 1.35, "title": 26}
        style |= {"page": "350mm 520mm", "margin": "10mm"}
        head, *rest = map(block_html, blocks)
        inner = (
            "<div class=pagehead><span>2021年10月21日 星期四</span><span>要闻</span>"
            "<span>江川日报 4</span></div>"
            f"{head}<div class=paper>{''.join(rest)}</div>"
            "<div class=foot>责任编辑：张三 李四　电话：010-12345678　本报地址：某市某路1号</div>"
        )
    elif kind == "notice":
        # GB/T 9704-2012: characters of size 3 (16 pt), a number between dashes at the foot, an imprint.
        style |= {"size": 16, "leading": 1.75}
        style["frame"] = "@bottom-center{content:'— ' counter(page) ' —';font-size:14pt}"
        inner = (
            f"<div class=redhead>江川省人民政府文件</div>{inner}"
            "<p style='text-align:right;margin-top:40pt'>江川省人民政府</p>"
            "<p style='text-align:right'>2023年5月6日</p><p>（此件公开发布）</p>"
            "<div class=imprint>抄送：省委各部门，省军区。<br>"
            "江川省人民政府办公厅　　　2023年5月6日印发</div>"
        )
    elif kind == "plan":
        style["frame"] = (
            f"@top-center{{content:'{blocks[0].text[:20]}';font-size:9pt}}"
            "@bottom-center{content:counter(page);font-size:9pt}"
        )
    else:
        style["frame"] = (
            "@bottom-right{content:'第 ' counter(page) ' 页 共 ' counter(pages) ' 页';font-size:9pt}"
        )
    css = _CSS.format(**style)
    head = f"<head><meta charset=utf-8><style>{css}</style></head>"
    return f"<!DOCTYPE html><html>{head}<body>{inner}</body></html>"


def site_page(blocks: Sequence[Block]) -> str:
    """Return a document as a page of a government's site, with navigation, metadata and related pages."""
    title = escape(blocks[0].text)
    number = next((block.text for block in blocks if block.kind == "number"), "江政发〔2023〕5号")
    menu = "".join(
        f"<li><a href='/{name}'>{name}</a></li>"
        for name in ("首页", "新闻", "政务公开", "政务服务", "互动交流", "数据开放", "省情概况")
    )
    related = "".join(
        f"<li><a href='/r{n}'>江川省人民政府关于做好第{n}项工作的通知</a></li>" for n in range(5)
    )
    return (
        "<!DOCTYPE html><html><head><meta charset=utf-8><meta name='SiteName' content='江川省人民政府'>"
        f"<meta name='ArticleTitle' content='{title}'><meta name='PubDate' content='2023-05-08 10:20'>"
        f"<title>{title}_江川省人民政府网站</title><script>var a='<p>脚本里的字</p>';</script></head><body>"
        f"<div class=header><div class=logo>江川省人民政府</div><ul class=nav>{menu}</ul></div>"
        "<div class=crumb>当前位置：<a href=/>首页</a> &gt; <a href=/z>政务公开</a> &gt; 省政府文件</div>"
        "<table class=info><tr><td>索 引 号：</td><td>000014349/2023-00001</td><td>发文机关：</td>"
        f"<td>江川省人民政府</td></tr><tr><td>发文字号：</td><td>{number}</td><td>成文日期：</td>"
        "<td>2023年05月06日</td></tr></table><div class=content><div class=share>【字体：<a>大</a> <a>中</a> "
        f"<a>小</a>】 打印本页</div><div class=TRS_Editor>{''.join(map(block_html, blocks))}</div></div>"
        f"<div class=related><h3>相关文件</h3><ul>{related}</ul></div><div class=footer><p>版权所有："
        "江川省人民政府办公厅　网站标识码：5100000062</p></div></body></html>"
    )
