#!/usr/bin/env python3
"""Checks a ledger with nothing but the Python standard library; written from docs/reference/ledger-format.md alone."""
import sys

sys.dont_write_bytecode = True  # a checker leaves nothing behind, not even beside itself

from verify_ledger.command import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
