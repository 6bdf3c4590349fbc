"""What Unicode says is no character, and never will be one."""

NONCHARACTERS = "\ufdd0-\ufdef" + "".join(rf"\U{p:04x}fffe\U{p:04x}ffff" for p in range(17))
"""All sixty-six, for XML, YAML and biber to refuse, within the brackets of a regular expression."""
