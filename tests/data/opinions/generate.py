"""What pymcdm 1.4.0 makes of generated values: writes cases.json, which the tests of the second opinions read.

    pip install -r requirements.txt
    python generate.py > cases.json

A figure that pymcdm does not define (it divides nothing by nothing) is null. A criterion on which all alternatives are
equal is left out for VIKOR, which refuses it.
"""

import json
import warnings

import numpy as np
from pymcdm.methods import PROMETHEE_II, TOPSIS, VIKOR, WPM

warnings.simplefilter("ignore")
random = np.random.default_rng(20260101)


def plain(scores):
    scores = [float(it) for it in scores]
    return scores if np.all(np.isfinite(scores)) else None


def vikor(values, shares):
    differs = values.max(axis=0) > values.min(axis=0)
    if not differs.any():
        return None
    values, shares = values[:, differs], shares[differs]
    return plain(VIKOR()(values, shares / shares.sum(), np.ones(len(shares))))


def case(alternatives, criteria, steps):
    values = random.random((alternatives, criteria))
    if steps:
        values = np.round(values * steps) / steps
    tenths = random.integers(1, 101, criteria)
    shares = tenths / tenths.sum()
    benefit = np.ones(criteria)
    return {
        "values": values.tolist(),
        "tenths": tenths.tolist(),
        "wpm": plain(WPM(lambda x, cost=False: x)(1 + 4 * values, shares, benefit)),
        "topsis": plain(TOPSIS()(values, shares, benefit)),
        "vikor": vikor(values, shares),
        "promethee2": plain(PROMETHEE_II("usual")(values, shares, benefit)),
    }


cases = [
    case(alternatives, criteria, steps)
    for alternatives in (2, 3, 5, 8, 13)
    for criteria in (1, 2, 3, 7, 16)
    for steps in (2, 4, 20, None)
]
print("[\n" + ",\n".join(json.dumps(it) for it in cases) + "\n]")
