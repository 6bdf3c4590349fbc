"""A corpus as RDF: `named_records` in the default graph, each claim as a nanopublication.

`terms` is what both are made of; `trig` and `jsonld`, a folder above, write it down. `shapes.ttl`
says in SHACL what holds of it, and what the words of its own mean.
"""
