"""The language of a text is named; English wherever nothing speaks against it."""

from __future__ import annotations

import pytest

from tidings.read.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kim met Putin in Moscow", "en"),
        ("Police arrested 12 protesters", "en"),
        ("Talks resume", "en"),
        ("Iran Russia sanctions Moscow Tehran Putin", "en"),
        ("President Macron met Chancellor Scholz at the Palais de l'Élysée", "en"),
        ("The Junta de Andalucía and the Generalitat de Catalunya signed a pact", "en"),
        ("", "en"),
        ("12345", "en"),
        ("Der Minister hat sich am Montag mit dem Präsidenten in Berlin getroffen.", "de"),
        ("Le ministre a rencontré le président lundi à Paris pour discuter de la guerre.", "fr"),
        ("El ministro se reunió el lunes con el presidente en Madrid para hablar de la guerra.", "es"),
        ("O ministro se encontrou com o presidente em Brasília para discutir a guerra.", "pt"),
        ("Il ministro ha incontrato il presidente a Roma per parlare della guerra.", "it"),
        ("De minister heeft de president in Den Haag ontmoet om over de oorlog te praten.", "nl"),
        ("Министр встретился с президентом в Москве.", "ru"),
        ("Міністр зустрівся з президентом у Києві, щоб обговорити їхні дії.", "uk"),
        ("外相は月曜日に東京で大統領と会談した。", "ja"),
        ("外交部长星期一在北京会见了总统。", "zh"),
        ("외무장관은 월요일 서울에서 대통령을 만났다.", "ko"),
        ("التقى الوزير بالرئيس في القاهرة.", "ar"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_declared_language_decides_where_the_text_does_not() -> None:
    assert language_of("Ministri takoi presidentin", declared="en-GB") == "en"
    assert language_of("Der Minister", declared="de-AT") == "de"


def test_language_without_a_list_is_not_taken_for_english() -> None:
    """Zulu has no list of function words here: it is called undetermined unless the page declares it."""
    zulu = "Amaphoyisa asebambe abantu abathathu abasolwa ngokubulala umfundi esikoleni ngoLwesihlanu. "
    assert language_of(zulu * 8) == "und"
    assert language_of(zulu * 8, declared="zu-ZA") == "zu"


def test_possessives_are_no_czech() -> None:
    assert language_of("Iran's ministry's spokesman condemned Quetta's bombing") == "en"
