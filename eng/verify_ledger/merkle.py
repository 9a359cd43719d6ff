"""The Merkle tree of RFC 6962: leaves are hashed after a byte 0, nodes after a byte 1."""
from __future__ import annotations

import hashlib
from typing import List, Optional, Sequence, Tuple


def leaf(data: bytes) -> bytes:
    return hashlib.sha256(b"\0" + data).digest()


def node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\1" + left + right).digest()


class Tree:
    """A tree that grows to the right. It keeps the full subtrees of falling size that stand side by side below the root."""

    def __init__(self) -> None:
        self.full: List[Tuple[int, bytes]] = []

    def append(self, data: bytes) -> None:
        size, top = 1, leaf(data)
        while self.full and self.full[-1][0] == size:
            top = node(self.full.pop()[1], top)
            size *= 2
        self.full.append((size, top))

    def root(self) -> bytes:
        """The root of what was appended, at least one leaf."""
        top = self.full[-1][1]
        for _, left in reversed(self.full[:-1]):
            top = node(left, top)
        return top


def root(leaves: Sequence[bytes]) -> bytes:
    tree = Tree()
    for data in leaves:
        tree.append(data)
    return tree.root()


def climb(data: bytes, index: int, count: int, path: Sequence[bytes]) -> Optional[bytes]:
    """The root that a leaf at index of count and the siblings above it give (RFC 6962, 2.1.1); None: not so many siblings."""
    top, last = leaf(data), count - 1
    siblings = iter(path)
    while last:
        if index & 1 or index < last:  # else it has no sibling on this level and moves up alone
            sibling = next(siblings, None)
            if sibling is None:
                return None
            top = node(sibling, top) if index & 1 else node(top, sibling)
        index >>= 1
        last >>= 1
    return top if next(siblings, None) is None else None
