"""The answers for agents, over the Model Context Protocol: read, and nothing else.

`tools` says what can be asked, `parameters` what is given to it, `paging` what comes back,
`calls` puts them together; `server` is the only place of the protocol's library.
"""
