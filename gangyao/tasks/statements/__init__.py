"""Sentences that only report or describe, told from those that set a task.

`cues` finds words that speak for one or the other (`statement_cues.csv`, with weights in nats), `features`
names what can be read off the sentence, `judge` weighs it (a logistic regression, `weights`), and `sections`
brings in where the paragraph stands: its titles, announcements (`一年来，主要做了以下工作`) and neighbours.
A definition, a quotation of another document, a forecast, a note and a salutation are statements; a duty, a
permission (可以, 有权), a bid, an aim, an appeal and an assignment of work (由…负责) are tasks.
"""
