"""Has the verifier judge every case of a folder: DIR/<name>/{ledger, escrow, public.pem, expected.txt}, escrow being optional.

expected.txt is 'fine', or the beginning of the first problem, as in 'batch 3 record 46 rule D5'; on further lines stand the beginnings of
other lines that the verifier must print. Exit 1 names the cases that were judged otherwise.
"""
from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import List, Tuple

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "eng"))
from verify_ledger.command import main as verify  # noqa: E402


def judge(folder: str) -> Tuple[int, List[str]]:
    """The exit code and the lines that the verifier prints for a case."""
    arguments = [os.path.join(folder, "ledger"), "--key", os.path.join(folder, "public.pem")]
    escrow = os.path.join(folder, "escrow")
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        code = verify(arguments + (["--escrow", escrow] if os.path.isdir(escrow) else []))
    return code, output.getvalue().splitlines()


def as_expected(folder: str) -> str:
    """Nothing where a case is judged as expected, else words."""
    with open(os.path.join(folder, "expected.txt"), encoding="utf-8") as file:
        expected, *others = file.read().splitlines() or [""]
    code, lines = judge(folder)
    found = lines[0] if code else "fine"
    agrees = found == expected or found.startswith((expected + " ", expected + ":"))
    if not (agrees and expected):
        return f"{os.path.basename(folder)}: expected {expected}, the verifier says {found}"
    missing = [other for other in others if not any(line.startswith(other) for line in lines)]
    return f"{os.path.basename(folder)}: the verifier does not say {missing}" if missing else ""


def main(target: str) -> int:
    names = sorted(name for name in os.listdir(target) if os.path.isdir(os.path.join(target, name)))
    wrong = list(filter(None, (as_expected(os.path.join(target, name)) for name in names)))
    print(*wrong, f"{len(names)} cases, {len(wrong)} judged otherwise than expected", sep="\n")
    return 1 if wrong or not names else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: judge_cases.py DIR")
    sys.exit(main(sys.argv[1]))
