"""ECDSA over P-256 (FIPS 186-5) in whole numbers. It only checks signatures, so nothing in it is secret."""
from __future__ import annotations

import base64
import binascii
import hashlib
import re
from functools import lru_cache
from typing import NamedTuple, Optional, Tuple

P = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)

# DER has one form for each value, so a P-256 SubjectPublicKeyInfo with an uncompressed point always begins with these bytes:
# SEQUENCE { SEQUENCE { ecPublicKey, prime256v1 }, BIT STRING { 0 unused bits, 4 = uncompressed, x, y } }.
SPKI_HEAD = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")

Affine = Tuple[int, int]
Jacobian = Tuple[int, int, int]  # (X, Y, Z) is the point (X / Z², Y / Z³); Z = 0 is the point at infinity
INFINITY: Jacobian = (1, 1, 0)


class BadKey(ValueError):
    """Bytes that are not a P-256 public key."""


class PublicKey(NamedTuple):
    """A key, and its id: SHA-256 of its SubjectPublicKeyInfo in DER."""

    der: bytes
    id: bytes
    point: Affine

    def signed(self, message: bytes, signature: bytes) -> bool:
        """Whether the signature, r and s of 32 bytes each, is one of this key over the message with SHA-256."""
        return verify(self.point, message, signature)


def read_der(der: bytes) -> PublicKey:
    """The key in a SubjectPublicKeyInfo; BadKey where it is no point of P-256."""
    if len(der) != len(SPKI_HEAD) + 64 or not der.startswith(SPKI_HEAD):
        raise BadKey("not a SubjectPublicKeyInfo of a P-256 key with an uncompressed point")
    x, y = int.from_bytes(der[-64:-32], "big"), int.from_bytes(der[-32:], "big")
    if x >= P or y >= P or (y * y - (x * x * x - 3 * x + B)) % P:
        raise BadKey("not a point of P-256")
    return PublicKey(der, hashlib.sha256(der).digest(), (x, y))


def read_file(content: bytes) -> PublicKey:
    """The key in a file, as PEM or as DER."""
    if content.startswith(SPKI_HEAD):
        return read_der(content)
    pem = re.search(rb"-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]*)-----END PUBLIC KEY-----", content)
    if not pem:
        raise BadKey("neither PEM with a PUBLIC KEY nor DER")
    try:
        return read_der(base64.b64decode(b"".join(pem.group(1).split()), validate=True))
    except binascii.Error as error:
        raise BadKey(f"PEM that is not base64: {error}") from error


def verify(key: Affine, message: bytes, signature: bytes) -> bool:
    """FIPS 186-5, section 6.4.2."""
    if len(signature) != 64:
        return False
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    if not (0 < r < N and 0 < s < N):
        return False
    digest = int.from_bytes(hashlib.sha256(message).digest(), "big")
    inverse = pow(s, -1, N)
    point = to_affine(add_multiples(digest * inverse % N, r * inverse % N, key))
    return point is not None and point[0] % N == r


def add_multiples(u: int, v: int, key: Affine) -> Jacobian:
    """u·G + v·key by Shamir's trick: one chain of doublings for both, two bits of each at a time."""
    sums = small_sums(key)
    point = INFINITY
    for shift in range(254, -2, -2):
        point = double(double(point))
        addend = sums[(u >> shift & 3) << 2 | (v >> shift & 3)]
        if addend:
            point = add(point, addend)
    return point


@lru_cache(maxsize=16)
def small_sums(key: Affine) -> Tuple[Optional[Affine], ...]:
    """i·G + j·key at 4i + j, for i and j from 0 to 3; None is infinity."""
    sums = []
    for i in range(4):
        for j in range(4):
            point = INFINITY
            for addend in [G] * i + [key] * j:
                point = add(point, addend)
            sums.append(to_affine(point))
    return tuple(sums)


def double(point: Jacobian) -> Jacobian:
    x, y, z = point
    delta, gamma = z * z % P, y * y % P
    beta = x * gamma % P
    alpha = 3 * (x - delta) * (x + delta) % P  # 3x² + a·z⁴ with a = -3
    x3 = (alpha * alpha - 8 * beta) % P
    return x3, (alpha * (4 * beta - x3) - 8 * gamma * gamma) % P, 2 * y * z % P


def add(point: Jacobian, addend: Affine) -> Jacobian:
    x, y, z = point
    if z == 0:
        return addend[0], addend[1], 1
    zz = z * z % P
    h = (addend[0] * zz - x) % P
    r = (addend[1] * zz * z - y) % P
    if h == 0:  # the same x: the same point, or its opposite
        return double(point) if r == 0 else INFINITY
    hh = h * h % P
    hhh, v = h * hh % P, x * hh % P
    x3 = (r * r - hhh - 2 * v) % P
    return x3, (r * (v - x3) - y * hhh) % P, z * h % P


def to_affine(point: Jacobian) -> Optional[Affine]:
    x, y, z = point
    if z == 0:
        return None
    inverse = pow(z, -1, P)
    return x * inverse**2 % P, y * inverse**3 % P
