"""The command: reads its arguments, has the ledger, the escrow and the proof checked, prints."""
from __future__ import annotations

import argparse
import json
import os
from typing import List

from . import p256
from .checkpoints import Escrow, check_proof, read_file
from .encoding import Malformed
from .ledger import Ledger
from .report import Report

FINE, PROBLEMS, WRONG_USAGE = 0, 1, 2


def main(arguments: List[str]) -> int:
    parser = argparse.ArgumentParser(prog="verify_ledger.py", description="Checks a ledger by docs/reference/ledger-format.md.")
    parser.add_argument("ledger", nargs="?", metavar="LEDGER", help="the folder with the segments; may be left out for a proof")
    parser.add_argument("--key", required=True, metavar="PUBLIC.pem", help="the ledger's first public key, from outside")
    parser.add_argument("--escrow", metavar="DIR", help="the folder of checkpoints that were kept outside")
    parser.add_argument("--check-proof", metavar="PROOF", help="a proof that one record is there")
    parser.add_argument("--checkpoint", metavar="FILE", help="the checkpoint that the proof leads to")
    parser.add_argument("--json", action="store_true", help="one JSON object in the place of lines")
    options = parser.parse_args(arguments)  # ends with 2 where it does not understand
    if (options.check_proof is None) != (options.checkpoint is None):
        parser.error("--check-proof and --checkpoint go together")
    if options.ledger is None and (options.check_proof is None or options.escrow is not None):
        parser.error("LEDGER is missing")
    for folder in (options.ledger, options.escrow):
        if folder is not None and not os.path.isdir(folder):
            parser.error(f"{folder} is not a folder")
    try:
        key = p256.read_file(read_file(options.key))
    except (Malformed, p256.BadKey) as error:
        parser.error(f"{options.key}: {error}")
    try:
        return check(options, key)
    except OSError as error:
        parser.error(f"{error.filename}: {error.strerror}")


def check(options: argparse.Namespace, key: p256.PublicKey) -> int:
    report = Report()
    keys = {key.id: key}
    seen = {}
    if options.ledger is not None:
        ledger = Ledger(options.ledger, key, report)
        ledger.check()
        keys = ledger.keys
        seen = {"batches": len(ledger.links), "records": ledger.records}
        if options.escrow is None:
            report.note("without an escrow, a history signed anew with the stolen key and an end cut off do not show")
        else:
            escrow = Escrow(options.escrow, ledger, report)
            escrow.check()
            seen["checkpoints"] = len(escrow.checkpoints)
    if options.check_proof is not None:
        check_proof(read_input(options.check_proof), read_input(options.checkpoint), keys, report)
        seen["proofs"] = 1
    write(report, seen, options.json)
    return PROBLEMS if report.found else FINE


def read_input(path: str) -> bytes:
    try:
        return read_file(path)
    except Malformed as error:
        raise OSError(0, str(error), path) from error


def write(report: Report, seen: dict, as_json: bool) -> None:
    problems = report.problems()
    if as_json:
        listed = [{"batch": place and place.batch, "record": place and place.record, "rule": rule, "found": found,
                   "expected": expected} for place, rule, found, expected in problems]
        print(json.dumps({"fine": not problems, **seen, "problems": listed, "notes": report.notes}))
        return
    for problem in problems:
        print(problem)
    for note in report.notes:
        print("note:", note)
    what = ", ".join(f"{count} {name}" for name, count in seen.items())
    print(f"{what}: {f'{len(problems)} problems' if problems else 'fine'}")
