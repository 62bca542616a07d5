"""Quantities and dates that a task is bound to.

`text` of a target is the number and unit with the words that compare it (`达到65%以上`, `增长5%左右`);
a duration also takes what it is bound to (`2小时应急救援圈`, `居住3年以上`). `value` is in `unit`,
with the scale words (万, 亿) multiplied out; a decrease has a positive value: its words say that it is one.

- `deadline`: a time by which; `year` where it is a calendar year, else `value` and `unit` from now (三年内),
  or neither (年底前). A five-year plan is due in its last year. Its comparator is `<=`.
- `duration`, `percent`, `percentage_points`, `multiple` (倍; 翻一番 is 2), `fraction` (三分之一), `money`,
  `area`, `length`, `volume`, `mass`, `energy`, `power`, `voltage`, `traffic`, `computing`, `temperature`.
- `count`: things with a classifier, unit `1`; `rate`: one unit per another (`万元/人`, `微克/立方米`).

Not read: names, codes and ordinals, numbers in short quotes, counts of what a text lists (八个方面), spans
of past years, and values that the aim is only compared with (由28.8%提高到42.3%).
"""
