"""Places where official documents would read otherwise: misread, left-out and turned characters.

The search goes in steps, each on fewer places than the one before: texts are scanned (`candidates`); of the
improbable places those stay that are odd by the scan (first cut), then those that are doubtful with what
stands around them (second cut); for these something else is proposed (`proposals`); a few edits are listed
(`shortlist`), the best of each kind is kept (`edits`), described (`features`) and weighed (`weighing`).
`detect` reports the likeliest. The cuts of `report_cuts` only save time between the steps; `rescoring` looks
closer with a network.
"""
