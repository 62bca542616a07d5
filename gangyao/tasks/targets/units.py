"""Units as printed, with the kind of target, the normalised unit and the factor to it.

Normalised units are UCUM codes where there is one (`km2`, `t`, `kW.h`), ISO 4217 codes for money, plain
English names where neither has one (`year`, `percent`, `mu`), and `1` for things that are counted.
"""

from __future__ import annotations

from dataclasses import dataclass

from gangyao.tasks.targets.patterns import longest_first


@dataclass(frozen=True, slots=True)
class Unit:
    """A printed unit: value in `unit` = printed number * `factor`. `spoken` units also follow 一 to 九."""

    printed: str
    kind: str
    unit: str
    factor: float
    spoken: bool


_TABLE: tuple[tuple[str, str, float, bool, str], ...] = (
    # kind, normalised unit, factor, spoken, printed forms
    ("percent", "percent", 1, True, "% ％"),
    ("percentage_points", "percentage point", 1, True, "个百分点 百分点"),
    ("multiple", "times", 1, True, "倍"),
    ("duration", "year", 1, True, "年 周岁 岁"),
    ("duration", "month", 1, True, "个月"),
    ("duration", "week", 1, True, "周 个星期"),
    ("duration", "day", 1, True, "天 个自然日"),
    ("duration", "working day", 1, True, "个工作日 工作日"),
    ("duration", "hour", 1, True, "小时 个小时 学时 课时"),
    ("duration", "minute", 1, True, "分钟"),
    ("duration", "minute", 15, True, "刻钟"),
    ("duration", "millisecond", 1, True, "毫秒"),
    ("money", "CNY", 1, False, "元 元人民币"),
    ("money", "USD", 1, False, "美元"),
    ("money", "HKD", 1, False, "港元"),
    ("money", "EUR", 1, False, "欧元"),
    ("area", "km2", 1, False, "平方公里 平方千米"),
    ("area", "m2", 1, False, "平方米 平米"),
    ("area", "har", 1, False, "公顷"),
    ("area", "mu", 1, False, "亩"),
    ("length", "km", 1, False, "公里 千米"),
    ("length", "km", 0.5, False, "华里"),
    ("length", "m", 1, False, "米"),
    ("length", "mm", 1, False, "毫米"),
    ("length", "nm", 1, False, "纳米"),
    ("length", "[nmi_i]", 1, False, "海里"),
    ("volume", "m3", 1, False, "立方米"),
    ("mass", "t", 1, False, "吨"),
    ("mass", "kg", 1, False, "公斤 千克"),
    ("mass", "kg", 0.5, False, "斤"),
    ("mass", "kg", 50, False, "担"),
    ("mass", "g", 1, False, "克"),
    ("mass", "ug", 1, False, "微克"),
    ("energy", "tce", 1, False, "吨标准煤 吨标煤"),
    ("energy", "toe", 1, False, "吨油当量"),
    ("energy", "gce", 1, False, "克标准煤"),
    ("energy", "kW.h", 1, False, "千瓦时 千瓦小时 度电"),
    ("power", "kW", 1, False, "千瓦"),
    ("power", "kW", 1_000, False, "兆瓦"),
    ("power", "kW", 1_000_000, False, "吉瓦"),
    ("power", "kV.A", 1, False, "千伏安"),
    ("voltage", "kV", 1, False, "千伏"),
    ("traffic", "t.km", 1, False, "吨公里"),
    ("traffic", "TEU", 1, False, "标箱 标准箱 国际标准箱 TEU"),
    ("computing", "PFlop/s", 1, False, "P PFlops PFLOPS"),
    ("computing", "PFlop/s", 1_000, False, "EFlops EFLOPS"),
    ("temperature", "Cel", 1, False, "摄氏度 ℃"),
    (
        "count",
        "1",
        1,
        False,
        "个 家 项 所 座 条 处 台 套 辆 架 艘 人 名 人次 户 位 件 种 类 对 支 只 头 株 棵 口 眼 床 张 张床位 "
        "部 场 次 列 列次 班 班次 起 间 宗 款 门 册 "
        "篇 例 辆次 架次 单 块 枚 颗 幅 组 台套 台(套) 台（套） 户次 "
        "笔 趟 片 根 孔 匹 羽 尾 艘次 家次 户家庭 纱锭 锭",
    ),
)

UNITS: dict[str, Unit] = {
    printed: Unit(printed, kind, unit, factor, spoken)
    for kind, unit, factor, spoken, forms in _TABLE
    for printed in forms.split()
}
UNIT = f"(?:{longest_first(' '.join(UNITS))})"
