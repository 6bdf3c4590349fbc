"""Tables to records: separated values, lines of JSON, workbooks.

`separated`, `json_rows` and `workbooks` give a `Sheet`: rows of cells with their lines. `columns`
says which field a column is; `cells` what a cell holds, `called` which records it means;
`claim_rows` and `record_rows` make records of rows, and hold them against those that are there.
"""
