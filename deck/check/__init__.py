"""Rules over any .pptx: does it open without repair, does it fit, does it reach everybody, is it honest?"""

from deck.check.built import check_built
from deck.check.judge import Report, check_file, check_package
from deck.check.model import Finding, Rule
from deck.check.registry import all_rules
from deck.check.subject import Subject

__all__ = ["Finding", "Report", "Rule", "Subject", "all_rules", "check_built", "check_file", "check_package"]
