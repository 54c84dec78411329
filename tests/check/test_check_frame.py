"""What rules of the scope "frame" read is all in the frame: a fault that one of them finds is never in a package that hangs
together as one without it."""

from __future__ import annotations

import faults_elements  # noqa: F401 - adds its own to those of faults_opens
import faults_kinds  # noqa: F401 - and so does this
import faults_package  # noqa: F401 - and this
import faults_values  # noqa: F401 - and this
import pytest
from faults_accessible import FAULTS as ACCESSIBLE
from faults_opens import FAULTS as OPENS
from faults_whole import FAULTS as WHOLE
from planting import Fault

from deck.check import check_built
from deck.check.built import _framed, _proved
from deck.check.frame import frame_of
from deck.check.registry import rule
from deck.check.subject import Subject
from deck.diagnostics import Severity


def is_frames(fault: Fault) -> bool:
    found = rule(fault.code)
    return found is not None and found.scope == "frame"


FAULTS = [fault for fault in (*OPENS, *ACCESSIBLE, *WHOLE) if is_frames(fault)]


def test_there_are_some_of_many_rules() -> None:
    assert len(FAULTS) > 40
    assert len({fault.code for fault in FAULTS}) > 15


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_is_another_frame(fault: Fault) -> None:
    good = fault.good()
    assert frame_of(Subject(good)) == frame_of(Subject(good))
    assert frame_of(Subject(fault.plant(good), fault.file)) != frame_of(Subject(good))


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_what_was_proved_of_a_good_one_hides_no_fault(fault: Fault) -> None:
    _proved.cache_clear()
    _framed.cache_clear()
    check_built(fault.good(), "a", fault.file)
    package = fault.plant(fault.good())
    found = [item for item in check_built(package, "a", fault.file) if item.code == fault.code]
    assert found or max(item.level for item in (rule(fault.code) or pytest.fail()).find(Subject(package))) < Severity.WARNING
