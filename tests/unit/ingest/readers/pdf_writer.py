"""A PDF of given words at given places, in a few hundred bytes: enough of ISO 32000-1 for what tests draw.

Its font is not embedded (Adobe's STSong-Light, which every PDF reader replaces), each Han character is as
wide as it is high.
"""

from __future__ import annotations

from dataclasses import dataclass, field

A4 = (595.0, 842.0)


@dataclass
class PdfPage:
    """One page; y counts from the top, as in the boxes that are read."""

    size: tuple[float, float] = A4
    rotation: int = 0
    drawn: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)

    def text(self, x: float, top: float, text: str, size: float = 12) -> PdfPage:
        """Draw a line of text, its upper left corner at (x, top)."""
        code = text.encode("utf-16-be").hex()
        y = self.size[1] - top - 0.88 * size
        self.drawn.append(f"BT /F1 {size:g} Tf {x:g} {y:g} Td <{code}> Tj ET")
        return self

    def paragraph(self, x: float, top: float, text: str, width: float, size: float = 12) -> float:
        """Draw an indented paragraph that is wrapped at `width`; return the height below it."""
        fits = int(width // size)
        lines = [text[: fits - 2]] + [text[at : at + fits] for at in range(fits - 2, len(text), fits)]
        for index, line in enumerate(lines):
            self.text(x + (2 * size if index == 0 else 0), top, line, size)
            top += 1.5 * size
        return top

    def rule(self, left: float, top: float, right: float, bottom: float) -> PdfPage:
        """Draw a ruled line."""
        height = self.size[1]
        self.drawn.append(f"0.5 w {left:g} {height - top:g} m {right:g} {height - bottom:g} l S")
        return self

    def fill_in(self, kind: str, left: float, top: float, right: float, bottom: float, value: str) -> PdfPage:
        """Add a field of a form (ISO 32000-1, 12.7.4; `Tx` is one for text) with what was filled in."""
        height, code = self.size[1], value.encode("utf-16-be").hex()
        self.fields.append(
            f"<</Type/Annot/Subtype/Widget/FT/{kind}/T(field {len(self.fields)})/F 4/V<feff{code}>"
            f"/Rect[{left:g} {height - bottom:g} {right:g} {height - top:g}]/DA(/F1 10 Tf 0 g)>>"
        )
        return self

    def table(self, xs: list[float], ys: list[float], cells: list[list[str]], size: float = 10) -> PdfPage:
        """Draw a ruled table with a line of text in each cell."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for y, row in zip(ys, cells, strict=False):
            for x, cell in zip(xs, row, strict=False):
                for index, line in enumerate(cell.split("\n")):
                    self.text(x + 3, y + 3 + 1.3 * size * index, line, size)
        return self


def pdf(*pages: PdfPage, title: str | None = None) -> bytes:
    """Return the bytes of a PDF with these pages."""
    first_field = 6 + 2 * len(pages)
    filled = [field for page in pages for field in page.fields]
    form = " ".join(f"{first_field + n} 0 R" for n in range(len(filled)))
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{f'/AcroForm<</Fields[{form}]>>' if filled else ''}>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{6 + 2 * k} 0 R' for k in range(len(pages)))}]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/FontDescriptor 5 0 R"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>",
        "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/Ascent 880"
        "/Descent -120/ItalicAngle 0/CapHeight 880/StemV 93>>",
    ]
    done = first_field
    for index, page in enumerate(pages):
        width, height = page.size
        annotations = " ".join(f"{done + n} 0 R" for n in range(len(page.fields)))
        done += len(page.fields)
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width:g} {height:g}]/Rotate {page.rotation}"
            f"/Contents {7 + 2 * index} 0 R"
            f"/Resources<</Font<</F1 3 0 R>>>>/Annots[{annotations}]>>"
        )
        stream = "\n".join(page.drawn)
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
    objects += filled
    trailer = ""
    if title is not None:
        objects.append(f"<</Title<feff{title.encode('utf-16-be').hex()}>>>")
        trailer = f"/Info {len(objects)} 0 R"
    parts = ["%PDF-1.7\n"]
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(sum(map(len, parts)))
        parts.append(f"{number} 0 obj{body}endobj\n")
    start = sum(map(len, parts))
    parts.append(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n")
    parts += [f"{offset:010d} 00000 n \n" for offset in offsets]
    parts.append(f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n")
    return "".join(parts).encode("latin-1")
