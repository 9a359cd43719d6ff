"""Reads lines "canonical HEX" and "other HEX" from a file, and names those whose bytes the verifier judges otherwise; then it exits with 1."""
from __future__ import annotations

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "eng"))
from verify_ledger.encoding import Malformed  # noqa: E402
from verify_ledger.records import read_record  # noqa: E402


def judge(data: bytes) -> str:
    """In words why the bytes are no canonical record; nothing where they are one."""
    try:
        read_record(data)
        return ""
    except Malformed as error:
        return str(error)


def main(path: str) -> int:
    wrong = 0
    with open(path, encoding="ascii") as file:
        for line in file:
            word, _, digits = line.rstrip("\n").partition(" ")
            reason = judge(bytes.fromhex(digits))
            if (word == "canonical") != (reason == ""):
                wrong += 1
                print(f"{line.strip()}: {reason or 'canonical'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: judge_records.py FILE")
    sys.exit(main(sys.argv[1]))
