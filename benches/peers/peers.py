"""How long other libraries take for what `cargo bench` times: one line each, in seconds, the best of three runs.

    python -m venv venv && venv/bin/pip install -r requirements.txt
    venv/bin/python peers.py
    cargo bench

The names of the lines are those of the benches that do the same work. `pysensmcda` is asked for the exact share of 12
criteria because 16 take it minutes, and for a tenth of the draws because a million take it minutes, too.
"""

import time
import warnings

import numpy as np
import skcriteria
from pymcdm.methods import PROMETHEE_II, TOPSIS, VIKOR, WSM
from pysensmcda.smaa import exact_acceptability, smaa2
from skcriteria.agg import simple
from skcriteria.agg import topsis as skcriteria_topsis

warnings.simplefilter("ignore")
random = np.random.default_rng(1)


def show(bench, library, work, runs=3):
    best = min(timed(work) for _ in range(runs))
    print(f"{bench:<42} {library:<28} {best:.4f} s", flush=True)


def timed(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def values(alternatives, criteria):
    shares = random.random(criteria)
    return random.random((alternatives, criteria)), shares / shares.sum(), np.ones(criteria)


wide, shares, benefit = values(100_000, 20)
decision = skcriteria.mkdm(wide, [max] * 20, weights=shares)
show("scores_of_100000_by_20", "pymcdm WSM", lambda: WSM()(wide, shares, benefit))
show("scores_of_100000_by_20", "scikit-criteria WSM", lambda: simple.WeightedSumModel().evaluate(decision))
show("opinion_on_100000_by_20 topsis", "pymcdm TOPSIS", lambda: TOPSIS()(wide, shares, benefit))
show(
    "opinion_on_100000_by_20 topsis",
    "scikit-criteria TOPSIS",
    lambda: skcriteria_topsis.TOPSIS().evaluate(decision),
)
show("opinion_on_100000_by_20 vikor", "pymcdm VIKOR", lambda: VIKOR()(wide, shares, benefit))

# It compares all pairs, whose table would need 80 GB for 100 000 alternatives.
narrow = wide[:1_000]
show(
    "opinion_on_... promethee2, only 1000 by 20",
    "pymcdm PROMETHEE II",
    lambda: PROMETHEE_II("usual")(narrow, shares, benefit),
)

two, _, benefit = values(2, 12)
show("kernel_at_16_criteria, only 12", "pysensmcda exact", lambda: exact_acceptability(two, benefit, scaling="none"), 1)
ten, shares, benefit = values(10, 10)
show(
    "sample_10_by_10_..., a tenth of the draws",
    "pysensmcda SMAA-2",
    lambda: smaa2(WSM(), ten, benefit, num_samples=100_000, seed=1),
    1,
)
