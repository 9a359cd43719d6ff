"""Tests of eng/verify_ledger: python3 -m unittest discover -s tests/python"""
from __future__ import annotations

import contextlib
import io
import json
import math
import os
import random
import struct
import sys
import tempfile
import unittest
from typing import Any, Dict, List, Tuple

sys.dont_write_bytecode = True

import ledger_maker as maker  # noqa: E402
import ledgers  # noqa: E402
from judge_cases import as_expected, judge  # noqa: E402
from verify_ledger import merkle, p256  # noqa: E402
from verify_ledger.command import main as verify  # noqa: E402
from verify_ledger.encoding import Malformed, Reader  # noqa: E402
from verify_ledger.records import SHAPES, read_record  # noqa: E402


def run(*arguments: str) -> Tuple[int, str]:
    """The exit code and all that the command prints."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        try:
            code = verify(list(arguments))
        except SystemExit as end:
            code = int(end.code)
    return code, output.getvalue()


class Folder(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, *names: str) -> str:
        return os.path.join(self.folder, *names)

    def write(self, name: str, content: str) -> str:
        maker.write_file(self.path(name), content.encode())
        return self.path(name)


class Signatures(unittest.TestCase):
    # RFC 6979, A.2.5: P-256 with SHA-256.
    POINT = (0x60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6,
             0x7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299)
    SAMPLE = ("EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
              "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8")
    TEST = ("F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367"
            "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083")

    def test_published_vectors(self) -> None:
        self.assertTrue(p256.verify(self.POINT, b"sample", bytes.fromhex(self.SAMPLE)))
        self.assertTrue(p256.verify(self.POINT, b"test", bytes.fromhex(self.TEST)))
        self.assertFalse(p256.verify(self.POINT, b"test", bytes.fromhex(self.SAMPLE)))

    def test_own_signatures_hold_for_their_bytes_alone(self) -> None:
        key = maker.SigningKey("any")
        public = p256.read_der(key.der)
        for length in range(8):
            signature = key.sign(bytes(length))
            self.assertTrue(public.signed(bytes(length), signature))
            self.assertFalse(public.signed(bytes(length + 1), signature))
            flipped = bytearray(signature)
            flipped[length * 8] ^= 4
            self.assertFalse(public.signed(bytes(length), bytes(flipped)))

    def test_numbers_out_of_range_are_no_signature(self) -> None:
        r, s = bytes.fromhex(self.SAMPLE[:64]), bytes.fromhex(self.SAMPLE[64:])
        n = p256.N.to_bytes(32, "big")
        larger = (int.from_bytes(r, "big") + p256.N) % 2**256
        for bad in (bytes(32) + s, r + bytes(32), n + s, r + n, larger.to_bytes(32, "big") + s, bytes(64), b"", r, r + s + b"\0"):
            self.assertFalse(p256.verify(self.POINT, b"sample", bad))

    def test_sums_that_meet_infinity(self) -> None:
        x, y = p256.G
        opposite = (x, p256.P - y)
        self.assertIsNone(p256.to_affine(p256.add_multiples(5, 5, opposite)))
        self.assertIsNone(p256.to_affine(p256.add_multiples(p256.N, 0, p256.G)))
        self.assertEqual(p256.to_affine(p256.add_multiples(3, 2, p256.G)), p256.to_affine(p256.add_multiples(5, 0, p256.G)))
        self.assertEqual(p256.to_affine(p256.add_multiples(p256.N - 1, 0, p256.G)), opposite)

    def test_what_is_no_key(self) -> None:
        der = maker.SigningKey("any").der
        off_curve = der[:-1] + bytes([der[-1] ^ 1])
        too_large = p256.SPKI_HEAD + (2**256 - 1).to_bytes(32, "big") + der[-32:]
        for bad in (b"", der[:-1], der + b"\0", off_curve, too_large, b"\x30" * 91):
            with self.assertRaises(p256.BadKey):
                p256.read_der(bad)
        for bad in (b"", b"-----BEGIN PUBLIC KEY-----\nMFk\n-----END PUBLIC KEY-----", b"\xff" * 200):
            with self.assertRaises(p256.BadKey):
                p256.read_file(bad)


class Encoding(unittest.TestCase):
    def setUp(self) -> None:
        self.random = random.Random(3)

    def number(self) -> float:
        kind = self.random.randrange(5)
        if kind == 0:
            return float(self.random.randrange(-2**54, 2**54))
        if kind == 1:
            return self.random.randrange(-2**54, 2**54) / 1024
        if kind == 2:
            return self.random.choice([0.0, -0.0, math.inf, -math.inf, 2.0**53, -2.0**53, 2.0**53 - 1, 1e308, 5e-324, 0.1])
        if kind == 3:
            return struct.unpack("<d", self.random.randbytes(8))[0]
        return math.nan

    def test_numbers_come_back_as_they_were(self) -> None:
        for _ in range(2000):
            value = self.number()
            reader = Reader(maker.num(value))
            back = reader.num()
            reader.end()
            self.assertTrue(math.isnan(value) and math.isnan(back) or struct.pack("<d", value) == struct.pack("<d", back))

    def test_runs_of_unknown_numbers(self) -> None:
        for _ in range(500):
            values = [self.number() for _ in range(self.random.randrange(12))]
            reader = Reader(maker.numbers(values))
            self.assertEqual(reader.numbers(), len(values))
            reader.end()
        most = 2**22
        self.assertEqual(Reader(maker.uvarint(most) + maker.uvarint((most - 1) << 2 | 3)).numbers(), most)
        with self.assertRaises(Malformed):
            Reader(maker.uvarint(most + 1) + maker.uvarint(most << 2 | 3)).numbers()

    def test_second_forms_are_refused(self) -> None:
        double = lambda value: maker.uvarint(2) + struct.pack("<d", value)  # noqa: E731
        fraction = lambda z: maker.uvarint(maker.fold(z) << 2 | 1)  # noqa: E731
        for bad in (b"\x80\0", b"\x80" * 9 + b"\2", b"\xff" * 11, double(1.0), double(0.5), double(math.nan), fraction(1024), fraction(0),
                    maker.uvarint(maker.fold(2**53) << 2), maker.uvarint(6) + bytes(8), maker.num_head(math.nan, 2), b""):
            with self.assertRaises(Malformed):
                Reader(bad).num()
        for bad in (b"\2\3\3", b"\1\7", b"\3\0"):
            with self.assertRaises(Malformed):
                Reader(bad).numbers()
        for bad in (b"\1\xff", b"\3\xed\xa0\x80", b"\2\xc0\x80", b"\5a"):
            with self.assertRaises(Malformed):
                Reader(bad).text()

    def test_integers_come_back_as_they_were(self) -> None:
        for bits in range(1, 64):
            n = self.random.getrandbits(bits)
            for value in (n, -n):
                self.assertEqual(Reader(maker.svarint(value)).svarint(), value)
        self.assertEqual(Reader(maker.uvarint(2**64 - 1)).uvarint(), 2**64 - 1)
        self.assertEqual(Reader(maker.uvarint(2**128 - 1)).uvarint(128), 2**128 - 1)
        for bits in (64, 128):
            with self.assertRaises(Malformed):
                Reader(maker.uvarint(2**bits)).uvarint(bits)

    def test_trees_are_those_of_the_standard(self) -> None:
        for count in range(1, 20):
            leaves = [bytes([n]) * n for n in range(count)]
            self.assertEqual(merkle.root(leaves), maker.root(leaves))
            for index in range(count):
                path = maker.path(index, leaves)
                self.assertEqual(merkle.climb(leaves[index], index, count, path), maker.root(leaves))
                self.assertIsNone(merkle.climb(leaves[index], index, count, path + [bytes(32)]))


class Records(unittest.TestCase):
    def test_every_type_stands_in_the_clean_ledger(self) -> None:
        types = {read_record(record).type for _, records in ledgers.clean().batches for record in records}
        self.assertEqual(types, set(SHAPES))

    def test_bytes_of_any_kind_are_read_or_refused(self) -> None:
        chance = random.Random(5)
        records = [record for _, records in ledgers.clean().batches for record in records]
        for _ in range(5000):
            damaged = bytearray(chance.choice(records))
            for _ in range(chance.randrange(1, 4)):
                at = chance.randrange(len(damaged))
                damaged[at:at + chance.randrange(2)] = chance.randbytes(chance.randrange(3))
            with contextlib.suppress(Malformed):
                read_record(bytes(damaged))


class Cases(Folder):
    def test_each_case_is_judged_as_it_expects(self) -> None:
        for case in ledgers.cases():
            with self.subTest(case.name):
                ledgers.write_case(case, self.path(case.name))
                self.assertEqual("", as_expected(self.path(case.name)))

    def test_every_rule_has_a_case(self) -> None:
        expected = {case.expected.split()[-1] for case in ledgers.cases()}
        rules = {f"{letter}{n}" for letter, last in (("C", 10), ("P", 5), ("D", 8), ("S", 7), ("E", 3)) for n in range(1, last + 1)}
        self.assertEqual(set(), rules - expected)

    def test_other_words_of_the_clean_ledgers(self) -> None:
        for name, words in (("clean", "N1: office"), ("torn-tail", "no complete batch in 300 bytes"), ("escrow-behind", "E3: 1 checkpoints")):
            case = next(case for case in ledgers.cases() if case.name == name)
            ledgers.write_case(case, self.path(name))
            self.assertIn(words, "\n".join(judge(self.path(name))[1]))

    def test_an_outside_contribution_is_mixed_in(self) -> None:
        self.write("public.pem", ledgers.FIRST.pem())
        ledgers.clean(outside="beacon 7").write(self.folder)
        self.assertEqual(0, judge(self.folder)[0])


class Damage(Folder):
    """Whatever happens to the files, the command says so and never breaks off."""

    def setUp(self) -> None:
        super().setUp()
        self.chance = random.Random(11)
        self.write("public.pem", ledgers.FIRST.pem())
        ledgers.clean().write(self.folder)

    def files(self) -> List[str]:
        return [ledgers.segment(self.folder, number) for number in (1, 2)] + [
            self.path("escrow", f"checkpoint-{batch:010}.txt") for batch in (3, 5, 6)]

    def judge_with(self, file: str, content: bytes) -> Tuple[int, str]:
        with open(file, "rb") as opened:
            before = opened.read()
        maker.write_file(file, content)
        code, lines = judge(self.folder)
        maker.write_file(file, before)
        return code, "\n".join(lines)

    def test_every_bit_counts(self) -> None:
        for _ in range(150):
            file = self.chance.choice(self.files())
            with open(file, "rb") as opened:
                content = bytearray(opened.read())
            at = self.chance.randrange(len(content))
            content[at] ^= 1 << self.chance.randrange(8)
            code, words = self.judge_with(file, bytes(content))
            self.assertEqual(1, code, f"{file} {at}: {words}")

    def test_every_cut_counts(self) -> None:
        for _ in range(40):
            file = self.chance.choice(self.files())
            with open(file, "rb") as opened:
                content = opened.read()
            code, words = self.judge_with(file, content[:self.chance.randrange(len(content))])
            self.assertEqual(1, code, f"{file}: {words}")

    def test_records_that_an_insider_signs(self) -> None:
        for turn in range(40):
            folder = self.path(str(turn))
            ledgers.clean({(self.chance.choice(sorted(maker.TYPES)), 0): self.another_field}).write(folder)
            maker.write_file(os.path.join(folder, "public.pem"), ledgers.FIRST.pem().encode())
            self.assertIn(judge(folder)[0], (0, 1))

    def another_field(self, every: Dict[str, Any]) -> None:
        """Changes one field of a record into another value of its kind."""
        simple = [field for field in every if field not in ("_times", "_by", "declared", "items", "facts", "attached")]
        field = self.chance.choice(simple)
        every[field] = self.another_value(every[field])

    def another_value(self, value: Any) -> Any:
        if isinstance(value, bool):
            return not value
        if isinstance(value, bytes):
            return self.chance.randbytes(len(value))
        if isinstance(value, str):
            return self.chance.choice(["", "red", "HNTGU", "\x1b[31m\n", "9" * 5000])
        if isinstance(value, float):
            return math.nan
        if isinstance(value, int):
            return self.chance.choice([0, 1, 2**31])
        return []

    def test_folders_in_the_place_of_files(self) -> None:
        for file in self.files():
            os.remove(file)
            os.mkdir(file)
            self.assertEqual(1, judge(self.folder)[0])
        os.mkdir(self.path("empty"))
        self.assertEqual(1, run(self.path("empty"), "--key", self.path("public.pem"))[0])


class Command(Folder):
    def setUp(self) -> None:
        super().setUp()
        self.key = self.write("public.pem", ledgers.FIRST.pem())
        self.second = self.write("second.pem", ledgers.SECOND.pem())
        self.made = ledgers.clean()
        self.made.write(self.folder)
        self.ledger = self.path("ledger")

    def test_a_checker_says_what_it_cannot_see_without_an_escrow(self) -> None:
        code, words = run(self.ledger, "--key", self.key)
        self.assertEqual(0, code)
        self.assertIn("note: without an escrow", words)
        self.assertTrue(words.endswith("7 batches, 64 records: fine\n"))

    def test_json_is_one_object(self) -> None:
        os.remove(ledgers.segment(self.folder, 2))
        code, words = run(self.ledger, "--key", self.key, "--escrow", self.path("escrow"), "--json")
        self.assertEqual(1, code)
        found = json.loads(words)
        self.assertFalse(found["fine"])
        self.assertEqual(("E2", 5), (found["problems"][0]["rule"], found["problems"][0]["batch"]))

    def test_another_key_is_not_the_ledgers(self) -> None:
        code, words = run(self.ledger, "--key", self.write("stranger.pem", ledgers.STRANGER.pem()))
        self.assertEqual(1, code)
        self.assertTrue(words.startswith("batch 0 record 0 rule C8: found signing key"))

    def test_wrong_usage(self) -> None:
        for arguments in ([], [self.ledger], [self.ledger, "--key", self.ledger], [self.path("none"), "--key", self.key],
                          [self.ledger, "--key", self.key, "--escrow", self.path("none")], ["--key", self.key],
                          [self.ledger, "--key", self.key, "--check-proof", self.key],
                          [self.ledger, "--key", self.key, "--check-proof", self.path("none"), "--checkpoint", self.key]):
            code, words = run(*arguments)
            self.assertEqual(2, code, arguments)
            self.assertIn("usage:", words)

    def test_a_proof_needs_no_ledger(self) -> None:
        sealed = {7: (self.second, 6), 4: (self.key, 3)}
        for batches, (key, last) in sealed.items():
            checkpoint = self.path("escrow", f"checkpoint-{last:010}.txt")
            for sequence in range(0, 57, 7):
                proof = self.write("proof.txt", self.made.proof(sequence, batches))
                self.assertEqual((0, "1 proofs: fine\n"), run("--key", key, "--check-proof", proof, "--checkpoint", checkpoint))
            code, words = run(self.ledger, "--key", self.key, "--check-proof", proof, "--checkpoint", checkpoint)
            self.assertEqual(0, code, words)

    def test_a_proof_that_was_changed(self) -> None:
        chance = random.Random(13)
        checkpoint = self.path("escrow", "checkpoint-0000000006.txt")
        good = self.made.proof(20, 7)
        for _ in range(100):
            at = chance.randrange(len(good))
            bad = good[:at] + chance.choice("0f1e \n9z") + good[at + 1:]
            code, _words = run("--key", self.second, "--check-proof", self.write("proof.txt", bad), "--checkpoint", checkpoint)
            self.assertEqual(0 if bad == good else 1, code, bad)

    def test_a_checkpoint_that_was_changed_proves_nothing(self) -> None:
        proof = self.write("proof.txt", self.made.proof(20, 7))
        with open(self.path("escrow", "checkpoint-0000000006.txt"), encoding="ascii") as file:
            sealed = file.read()
        for bad in (sealed.replace("instant 1", "instant 2"), sealed.replace("batch 6", "batch 7"), sealed + "\n", sealed[:-1], ""):
            checkpoint = self.write("checkpoint.txt", bad)
            self.assertEqual(1, run("--key", self.second, "--check-proof", proof, "--checkpoint", checkpoint)[0])


if __name__ == "__main__":
    unittest.main()
