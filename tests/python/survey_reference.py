"""Computes survey statistics anew, with fractions and 50 decimal digits, from docs/reference/integrity-survey.md alone.

python3 tests/python/survey_reference.py FILE writes the expected values of the data sets that FILE holds, as JSON; it reads only their data.
"""
from __future__ import annotations

import json
import sys
from decimal import Decimal, getcontext
from fractions import Fraction
from typing import Any, Callable, Dict, List, Tuple

getcontext().prec = 50
ONE, TWO, HALF = Decimal(1), Decimal(2), Decimal("0.5")


def dec(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


# The distributions.


def log_gamma(x: Decimal) -> Decimal:
    """Stirling's series far out, brought back by Γ(x + 1) = x Γ(x)."""
    product = ONE
    while x < 60:
        product, x = product * x, x + 1
    bernoulli = [(1, 6), (-1, 30), (1, 42), (-1, 30), (5, 66), (-691, 2730), (7, 6), (-3617, 510), (43867, 798), (-174611, 330)]
    series = sum((Decimal(n) / d / (2 * k * (2 * k - 1)) / x ** (2 * k - 1) for k, (n, d) in enumerate(bernoulli, 1)), Decimal(0))
    pi = Decimal("3.14159265358979323846264338327950288419716939937510582097494")
    return (x - HALF) * x.ln() - x + (2 * pi).ln() / 2 + series - product.ln()


def below(a: Decimal, b: Decimal, x: Decimal) -> Decimal:
    """The regularised incomplete beta function by its power series, all of whose terms are positive."""
    if x <= 0 or x >= 1:
        return Decimal(0) if x <= 0 else ONE
    if x > (a + 1) / (a + b + 2):
        return ONE - below(b, a, ONE - x)
    term = total = ONE / a
    n = 0
    while term > total * Decimal(10) ** -40:
        term = term * (a + b + n) * x / (a + 1 + n)
        total += term
        n += 1
    return (a * x.ln() + b * (ONE - x).ln() + log_gamma(a + b) - log_gamma(a) - log_gamma(b)).exp() * total


def root(of: Callable[[Decimal], Decimal], low: Decimal, high: Decimal) -> Decimal:
    """Where a rising function passes 0."""
    for _ in range(70):
        middle = (low + high) / 2
        low, high = (middle, high) if of(middle) < 0 else (low, middle)
    return (low + high) / 2


def tails(t: Decimal, degrees: Decimal) -> Decimal:
    return below(degrees / 2, HALF, degrees / (degrees + t * t))


def t_distance(share: Decimal, degrees: Decimal) -> Decimal:
    return root(lambda t: share - tails(t, degrees), Decimal(0), Decimal(700))


# Weights.


def weights(data: Dict[str, Any]) -> Tuple[List[Fraction], List[int], List[Fraction]]:
    """By respondent its weight and post-stratum; by post-stratum the share that did not respond. Cells are large enough here not to be joined."""
    codes, population = data["stratum"], data["population"]
    if not population:
        return [Fraction(1)] * len(codes), [0] * len(codes), [Fraction(1)]
    counts = [codes.count(cell) for cell in range(len(population))]
    return ([Fraction(population[code], counts[code]) for code in codes], codes,
            [1 - Fraction(n, persons) for n, persons in zip(counts, population)])


# Estimates.


def mean(data: Dict[str, Any], values: List[Any]) -> Dict[str, Any]:
    """The ratio mean with its variance within post-strata, exact; values are fractions, or None where there is no answer."""
    weight, stratum, unsampled = weights(data)
    members = [i for i, value in enumerate(values) if value is not None]
    total = sum(weight[i] for i in members)
    average = sum(weight[i] * values[i] for i in members) / total
    variance = plain = Fraction(0)
    degrees = 0
    for g in range(len(unsampled)):
        size = stratum.count(g)
        residuals = [weight[i] * (values[i] - average) / total for i in members if stratum[i] == g]
        if residuals and size > 1:
            centre = sum(residuals) / size
            squares = sum((one - centre) ** 2 for one in residuals) + (size - len(residuals)) * centre ** 2
            variance += unsampled[g] * squares * size / (size - 1)
            plain += squares * size / (size - 1)
            degrees += size - 1
    spread = sum(weight[i] * (values[i] - average) ** 2 for i in members) / total
    return {"mean": average, "variance": variance, "plain": plain, "degrees": min(degrees, len(members) - 1), "n": len(members),
            "effective": total ** 2 / sum(weight[i] ** 2 for i in members), "spread": spread}


def half_width(one: Dict[str, Any]) -> Decimal:
    return t_distance(Decimal("0.05"), Decimal(one["degrees"])) * dec(one["variance"]).sqrt()


def share_interval(one: Dict[str, Any]) -> Tuple[Decimal, Decimal]:
    share = dec(one["mean"])
    sample = dec(min(Fraction(one["n"]), one["mean"] * (1 - one["mean"]) / one["plain"]) if one["plain"] else one["effective"])
    sample *= (t_distance(Decimal("0.05"), Decimal(one["n"] - 1)) / t_distance(Decimal("0.05"), Decimal(one["degrees"]))) ** 2
    hits, tail = share * sample, Decimal("0.025")
    low = Decimal(0) if share == 0 else root(lambda x: below(hits, sample - hits + 1, x) - tail, Decimal(0), ONE)
    high = ONE if share == 1 else root(lambda x: below(hits + 1, sample - hits, x) - (1 - tail), Decimal(0), ONE)
    shorter = dec(one["variance"] / one["plain"]).sqrt() if one["plain"] else ONE
    return share - (share - low) * shorter, share + (high - share) * shorter


def index(data: Dict[str, Any]) -> List[Any]:
    """0 to 100 by respondent who answered at least half."""
    rows = [[answer for answer in row if answer] for row in zip(*data["answers"])]
    return [25 * (Fraction(sum(row), len(row)) - 1) if 2 * len(row) >= len(data["answers"]) else None for row in rows]


def change(before: Dict[str, Any], after: Dict[str, Any]) -> Dict[str, float]:
    variance = before["variance"] + after["variance"]
    degrees = dec(variance ** 2 / (before["variance"] ** 2 / before["degrees"] + after["variance"] ** 2 / after["degrees"]))
    difference, error = dec(after["mean"] - before["mean"]), dec(variance).sqrt()
    effect = difference / ((dec(before["spread"]) + dec(after["spread"])) / 2).sqrt()
    seen = error * (t_distance(Decimal("0.05"), degrees) + t_distance(Decimal("0.4"), degrees))
    return {"difference": float(difference), "degrees": float(degrees), "p": float(tails(difference / error, degrees)), "effect": float(effect), "detectable": float(seen)}


def expected(data: Dict[str, Any]) -> Dict[str, Any]:
    of_index = mean(data, index(data))
    result: Dict[str, Any] = {"index": summary(of_index), "statements": []}
    for answers in data["answers"]:
        values = [Fraction(answer) if answer else None for answer in answers]
        share = mean(data, [None if value is None else Fraction(value >= 4) for value in values])
        low, high = share_interval(share)
        result["statements"].append({**summary(mean(data, values)), "share": float(share["mean"]), "lower": float(low), "upper": float(high)})
    return result


def summary(one: Dict[str, Any]) -> Dict[str, float]:
    return {"mean": float(one["mean"]), "variance": float(one["variance"]), "degrees": one["degrees"], "half": float(half_width(one)),
            "effective": float(one["effective"])}


def main(path: str) -> None:
    with open(path, encoding="utf-8") as file:
        sets = json.load(file)["sets"]
    results = {name: expected(data) for name, data in sets.items()}
    names = list(sets)
    changes = {f"{a}-{b}": change(mean(sets[a], index(sets[a])), mean(sets[b], index(sets[b]))) for a, b in zip(names, names[1:])}
    print(json.dumps({"sets": sets, "expected": results, "changes": changes}, indent=1))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: survey_reference.py FILE")
    main(sys.argv[1])
