"""A corpus as pages: HTML that asks nothing of anyone, from answers alone."""
