"""Average-link clustering: chains do not glue, vetoes and must-links hold."""

from __future__ import annotations

from belegt.link.cluster import Limits, cluster

LIMITS = Limits(link=4.0, never=-4.0, uncompared=-2.0)


def test_likeness_joins() -> None:
    assert cluster(3, {(0, 1): 6.0, (1, 2): -1.0}, [], LIMITS) == [[0, 1], [2]]


def test_a_chain_does_not_glue_its_ends() -> None:
    scores = {(0, 1): 6.0, (1, 2): 5.9, (0, 2): -3.0}
    assert cluster(3, scores, [], LIMITS) == [[0, 1], [2]]


def test_pairs_never_compared_count_against() -> None:
    assert cluster(4, {(0, 1): 6.0, (2, 3): 6.0, (1, 2): 6.0}, [], LIMITS) == [[0, 1], [2, 3]]


def test_a_veto_keeps_two_apart_whatever_else_joins_them() -> None:
    scores = {(0, 1): 50.0, (0, 2): 50.0, (1, 2): -5.0}
    assert cluster(3, scores, [], LIMITS) == [[0, 1], [2]]


def test_a_must_link_holds_against_the_score() -> None:
    assert cluster(2, {(0, 1): -9.0}, [(0, 1)], LIMITS) == [[0, 1]]


def test_two_clusters_about_to_join_have_all_their_pairs_compared() -> None:
    scores = {(0, 1): 6.0, (2, 3): 6.0, (1, 2): 6.0}
    asked: list[tuple[int, int]] = []

    def compare(a: int, b: int) -> float:
        asked.append((a, b))
        return 5.0

    assert cluster(4, scores, [], LIMITS, compare) == [[0, 1, 2, 3]]
    assert sorted(asked) == [(0, 2), (0, 3), (1, 3)]


def test_a_veto_found_on_comparing_holds() -> None:
    assert cluster(3, {(0, 1): 6.0, (1, 2): 6.0}, [], LIMITS, lambda a, b: -7.0) == [[0, 1], [2]]
