"""claimcli: claims from historical sources as plain text, searched and compared."""
