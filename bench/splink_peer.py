"""Splink on DuckDB, linking the claims that ``bench/link`` hands it: the measured competitor. It needs splink, not Belegt.

usage: python splink_peer.py CLAIMS.jsonl CLUSTERS.json [--thresholds P ...]

A line is a claim: id, report, sentence (the part of a report it stands in), kind, low, day (of the event, else of telling), place,
places (the place and those around it), means, by, words. Prints seconds, from the loaded table to the clusters of the first
threshold, on one thread; writes the cluster of each claim at each threshold. The model is trained as Splink's own guide
does it: u by random sampling, m by expectation maximisation under two blocking rules.
"""

from __future__ import annotations

import argparse
import json
import logging
import time
import warnings
from pathlib import Path

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

RULES = (
    block_on("day", "place"),
    block_on("day", "kind", "low"),
    block_on("week", "place", "kind"),
    block_on("report", "sentence"),
)


def settings() -> SettingsCreator:
    """Days, places, numbers, means, actors and rare words, common values weighing less."""
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        comparisons=[
            cl.AbsoluteDateDifferenceAtThresholds(
                "day", input_is_string=False, metrics=["day", "day"], thresholds=[1, 4]
            ),
            cl.ExactMatch("place").configure(term_frequency_adjustments=True),
            cl.ArrayIntersectAtSizes("places", [2, 1]),
            cl.ExactMatch("low").configure(term_frequency_adjustments=True),
            cl.ExactMatch("kind"),
            cl.ExactMatch("means"),
            cl.JaroWinklerAtThresholds("by", [0.88]),
            cl.ArrayIntersectAtSizes("words", [6, 3, 1]),
        ],
        blocking_rules_to_generate_predictions=list(RULES),
        retain_matching_columns=False,
    )


def main() -> None:
    """Link and write the clusters."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=Path)
    parser.add_argument("clusters", type=Path)
    parser.add_argument("--thresholds", type=float, nargs="+", default=[0.9])
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    connection.execute(
        "CREATE TABLE claims AS SELECT * REPLACE (CAST(day AS DATE) AS day), date_trunc('week', CAST(day AS DATE)) AS week"
        f" FROM read_json('{options.claims}', format = 'newline_delimited')"
    )
    start = time.perf_counter()
    api = DuckDBAPI(connection)
    linker = Linker(api.register(connection.table("claims")), settings(), log_level=None)
    train = linker.training
    train.estimate_probability_two_random_records_match([block_on("day", "place", "kind", "low")], recall=0.5)
    train.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    train.estimate_parameters_using_expectation_maximisation(block_on("day", "place"))
    train.estimate_parameters_using_expectation_maximisation(block_on("kind", "low", "place"))
    pairs = linker.inference.predict(threshold_match_probability=min(options.thresholds))
    found = {}
    for threshold in options.thresholds:
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold)
        if not found:
            print(f"{time.perf_counter() - start:.1f}", flush=True)
        table = (
            clusters.as_duckdbpyrelation() if hasattr(clusters, "as_duckdbpyrelation") else clusters.as_record_dict()
        )
        rows = (
            table.project("id, cluster_id").fetchall()
            if hasattr(table, "project")
            else [(r["id"], r["cluster_id"]) for r in table]
        )
        found[str(threshold)] = dict(rows)
    options.clusters.write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
