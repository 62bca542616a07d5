"""What operators need around builds: one at a time, a record of runs, a line per stage, how things stand."""
