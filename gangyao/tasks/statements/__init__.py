"""Sentences that only report or describe, told from those that set a task.

`cues` finds words that speak for one or the other (`statement_cues.csv`, with weights in nats), `judge`
adds them up with the form of the sentence, and `stance` brings in where the paragraph stands: its titles,
announcements (`一年来，主要做了以下工作`) and neighbours. A permission (可以, 有权), a definition, a note and
a salutation are statements; a duty, a bid, an aim, an appeal and an assignment of work (由…负责) are tasks.
"""
