"""The numbered checks: what each code means, and what mends it."""
