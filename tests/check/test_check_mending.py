"""What is mended is mended, nothing else is touched, and the original stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from faults_accessible import FAULTS as ACCESSIBLE
from faults_language import FAULTS as LANGUAGE
from good_decks import LINK, made, on_slide, ours
from planting import LOW, Fault, drawn, text_box

from deck.check.accessible.language import judged
from deck.check.judge import check_package
from deck.check.mending import mend, mend_file, mended_path
from deck.check.registry import all_rules, rule
from deck.package import Relationship, open_package, package_bytes

MENDED = [item for item in (*ACCESSIBLE, *LANGUAGE) if (found := rule(item.code)) is not None and found.fix is not None]
BY_HAND = {"a star", "only a break"}
"""Left to a person: no machine knows whether a star says something."""


def test_what_can_be_mended() -> None:
    fixable = {item.code for item in all_rules() if item.fix is not None}
    assert {
        "accessible/language-missing",
        "accessible/language-wrong",
        "accessible/document-title",
        "accessible/document-language",
        "accessible/ornament-unmarked",
        "accessible/table-header",
    } <= fixable


@pytest.mark.parametrize("planted", [item for item in MENDED if item.name not in BY_HAND], ids=str)
def test_a_fault_is_mended_and_nothing_new_comes(planted: Fault) -> None:
    good = planted.good()
    faulty = planted.plant(good)
    done = mend(faulty, all_rules())
    assert planted.code in [found.code for found, _count in done.gone]
    left = {item.rule.code for item in check_package(done.package).findings}
    assert planted.code not in left
    assert left <= {item.rule.code for item in check_package(faulty).findings}
    changed = {name for name, data in done.package.parts.items() if faulty.parts.get(name) != data}
    assert changed and all(name.startswith(("ppt/slides/slide", "docProps/core", "ppt/presentation")) for name in changed)


def test_what_is_mended_is_signed_no_more() -> None:
    faulty = next(item for item in MENDED if item.code == "accessible/table-header").plant(made())
    type_ = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    rels = {"": (*faulty.rels[""], Relationship("rIdS", type_, "_xmlsignatures/origin.sigs"))}
    signed = faulty.replace(parts={"_xmlsignatures/origin.sigs": b""}, rels=rels)
    assert mend(signed, []).package is signed
    done = mend(signed, all_rules())
    assert done.gone and "_xmlsignatures/origin.sigs" not in done.package.parts and done.package.rels[""] == faulty.rels[""]


def test_what_is_silenced_is_left_alone() -> None:
    faulty = next(item for item in MENDED if item.code == "accessible/table-header").plant(made())
    assert not mend(faulty, all_rules(), lambda finding: finding.rule.code != "accessible/table-header").gone


def test_a_star_is_left_to_a_person() -> None:
    planted = next(item for item in ACCESSIBLE if item.name == "a star")
    assert not mend(planted.plant(made()), all_rules()).gone


def test_only_the_wrong_language_is_changed() -> None:
    words = "This is what we have written in English so that it would be read by the right voice"
    faulty = on_slide(LINK, drawn(text_box(words, LOW)))(made())
    part = "ppt/slides/slide6.xml"
    before, after = faulty.parts[part].decode(), mend(faulty, all_rules()).package.parts[part].decode()
    assert after.count('lang="en-GB"') == 1 and after.count('lang="sv-SE"') == before.count('lang="sv-SE"') - 1


def test_the_original_stays_and_each_copy_has_a_name_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "vår plan.pptx"
    data = package_bytes(next(item for item in MENDED if item.code == "accessible/table-header").plant(made()))
    path.write_bytes(data)
    first, done = mend_file(path, all_rules())
    second, _again = mend_file(path, all_rules())
    assert path.read_bytes() == data
    assert first == tmp_path / "vår plan-lagad.pptx" and second == tmp_path / "vår plan-lagad-2.pptx"
    assert first is not None and second is not None
    assert first.read_bytes() == second.read_bytes() and done.gone
    assert not [item for item in check_package(open_package(first)).findings if item.rule.code == "accessible/table-header"]
    assert mended_path(tmp_path / "mall.potx").suffix == ".potx"


def test_nothing_to_mend_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "bra.pptx"
    path.write_bytes(package_bytes(ours()))
    assert mend_file(path, all_rules())[0] is None
    assert [item.name for item in tmp_path.iterdir()] == ["bra.pptx"]


def test_what_is_mended_is_valid(office_errors, tmp_path: Path) -> None:
    package = made()
    for code in (
        "accessible/table-header",
        "accessible/ornament-unmarked",
        "accessible/language-wrong",
        "accessible/document-title",
    ):
        package = next(item for item in MENDED if item.code == code and item.name not in BY_HAND).plant(package)
    found = []
    for name, one in (("good", made()), ("lagad", mend(package, all_rules()).package)):
        path = tmp_path / f"{name}.pptx"
        path.write_bytes(package_bytes(one))
        found.append({(item["description"], item.get("path")) for item in office_errors(path)})
    # python-pptx writes axis ids that are no unsigned numbers; nothing more may be wrong.
    assert found[1] <= found[0]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Det här är en mening som är skriven på svenska", "sv"),
        ("This is a sentence that was written in English", "en"),
        ("Agenda 2030", ""),
        ("Lund", ""),
        ("Das ist ein Satz und der ist auf Deutsch mit den Wörtern", "de"),
        ("Kunta on hyväksynyt uuden suunnitelman koko kaupungille", "fi"),
        ("Gmina przyjęła nowy plan dla całego miasta oraz okolic do roku 2030", "pl"),
        ("Degmada waxay ansixisay qorshe cusub oo deegaanka ah oo loogu talagalay magaalada", "so"),
        ("Kunta hyväksyi uuden ympäristöohjelman ja asukkaat voivat vaikuttaa siihen", "fi"),
        ("El municipio aprobó un nuevo programa ambiental para los vecinos", "es"),
        ("Die Gemeinde hat ein neues Umweltprogramm beschlossen", "de"),
        ("La commune a adopté un nouveau programme pour l'environnement", "fr"),
        ("The municipality adopted a new environmental programme last year", "en"),
        ("Муниципалитет принял новый план", "ru"),
        ("Громада ухвалила новий план і бюджет", "uk"),
        ("قررت البلدية اعتماد خطة", "ar"),
        ("החלטת המועצה העירונית", "he"),
        ("環境計画を承認しました", "ja"),
        ("Första bästa största sista rösta ställa hålla fylla", ""),
        ("var1 var2 var3 var var var", ""),
        ("Biologisk mångfald i Skåne", ""),
        ("", ""),
        ("Budget 2024: Roadmap and Strategy", ""),
        ("Hi! Where is the file and how do we get it from the server?", "en"),
    ],
)
def test_the_language_is_judged_by_its_small_words(text: str, language: str) -> None:
    assert judged(text) == language
