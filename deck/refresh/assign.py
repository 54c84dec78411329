"""Optimal one-to-one assignment over scores (the Hungarian method, in Jonker and Volgenant's form). Pure."""

from __future__ import annotations

from collections.abc import Sequence


def assign(scores: Sequence[Sequence[float]], least: float) -> dict[int, int]:
    """Row → column, so that the sum of scores is the greatest; pairs under `least` are left out. O(n³) in the longer side."""
    rows, columns = len(scores), len(scores[0]) if scores else 0
    if not rows or not columns:
        return {}
    size = max(rows, columns)
    # Missing rows and columns, and pairs under the threshold, score nothing.
    cost = [
        [-(scores[i][j] if i < rows and j < columns and scores[i][j] >= least else 0.0) for j in range(size)] for i in range(size)
    ]
    u, v = [0.0] * (size + 1), [0.0] * (size + 1)
    match = [0] * (size + 1)
    for i in range(1, size + 1):
        match[0], at = i, 0
        best, way, used = [float("inf")] * (size + 1), [0] * (size + 1), [False] * (size + 1)
        while True:
            used[at] = True
            row, delta, following = match[at], float("inf"), 0
            for j in range(1, size + 1):
                if used[j]:
                    continue
                value = cost[row - 1][j - 1] - u[row] - v[j]
                if value < best[j]:
                    best[j], way[j] = value, at
                if best[j] < delta:
                    delta, following = best[j], j
            for j in range(size + 1):
                if used[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else:
                    best[j] -= delta
            at = following
            if not match[at]:
                break
        while at:
            match[at], at = match[way[at]], way[at]
    pairs = {match[j] - 1: j - 1 for j in range(1, size + 1)}
    return {i: j for i, j in sorted(pairs.items()) if i < rows and j < columns and scores[i][j] >= least}
