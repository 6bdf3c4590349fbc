"""What `export` wrote, back to records: its tables, in whatever form, to lines of JSON.

`reading` gives the rows of the tables of SQLite, Parquet and CSV, `joining` makes records of them.
"""
