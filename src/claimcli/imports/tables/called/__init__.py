"""What a table calls a question, a stance, a holder and a work, and which records these are.

Whoever and whatever is there is found by id, by name or title, and as claimcli prints it; what is
not is proposed as a new record, and kept once the row that needs it turns out to be good.
"""
