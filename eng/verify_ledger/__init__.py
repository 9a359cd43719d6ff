"""A second, independent checker of ledgers. The page that it follows, and quotes, is docs/reference/ledger-format.md."""
