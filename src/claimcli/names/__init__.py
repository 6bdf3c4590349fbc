"""Names in any spelling: folding, and keys that are equal across scripts and romanizations.

`folding` says what a word is (`fold`, `tokens`, `index_text`); `identity` whether two whole names
are one, and why (`same_name`); `recognition` brings names inside a text together with those of a
query (`index_keys`, `query_keys`, `explain`). Nothing is imported here, because folding alone is
quick.
"""
