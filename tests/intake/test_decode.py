"""Bytes to text: exactly, or not at all."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belegt.errors import BelegtError
from belegt.intake.decode import decode

GERMAN = "In Köln wurden „mindestens“ 141 Menschen verletzt – darunter 18 Kinder.\nGrüße, Ä Ö Ü ß €\n"
ARABIC = "قتل 141 مدنيا في حلب منذ بدء الهجمات الجديدة على المدينة.\nوأصيب المئات بجروح.\n"
RUSSIAN = "В Алеппо погибли не менее 141 мирного жителя, среди них 18 детей.\n"


def code(raw: bytes, *, page: bool = False) -> str:
    with pytest.raises(BelegtError) as caught:
        decode(raw, page=page)
    return caught.value.code


@pytest.mark.parametrize("text", [GERMAN, ARABIC, RUSSIAN])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_give_the_text_without_their_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_utf_16_big_endian_with_mark_is_read() -> None:
    assert decode(codecs.BOM_UTF16_BE + GERMAN.encode("utf-16-be")) == GERMAN


def test_windows_1252_is_the_fallback_for_western_text() -> None:
    assert decode(GERMAN.encode("windows-1252")) == GERMAN


def test_quotation_marks_after_sharp_s_do_not_pass_for_damaged_utf_8() -> None:
    text = "Er rief „Spaß“ und „Gruß“, dann fielen Schüsse. Größere Schäden gab es nicht."
    assert decode(text.encode("windows-1252")) == text


def test_utf_8_cut_inside_a_letter_is_refused_and_not_turned_into_other_letters() -> None:
    assert code(GERMAN.encode()[:-1] + "ü".encode()[:1]) == "B203"


def test_utf_8_with_one_damaged_byte_is_refused() -> None:
    assert code(GERMAN.encode().replace(b"141", b"14\xff")) == "B203"


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "windows-1251"), (RUSSIAN, "koi8-r"), (ARABIC, "windows-1256")]
)
def test_older_encodings_of_other_scripts_are_refused_and_not_read_as_western_letters(text: str, encoding: str) -> None:
    assert code(text.encode(encoding)) == "B203"


def test_bytes_that_windows_1252_does_not_have_are_refused() -> None:
    assert code(b"Drei Verletzte in K\xf6ln \x81 und Bonn") == "B203"


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>",
        b"PK\x03\x04word/document.xml",
        b"\x89PNG\r\n\x1a\n",
        b"{\\rtf1\\ansi Drei Verletzte}",
        b"words and then a zero \0 byte",
        bytes(range(1, 32)) * 20,
        b"SQLite format 3\0" + bytes(100),
    ],
)
def test_binary_files_are_refused(raw: bytes) -> None:
    assert code(raw) == "B202"


def test_half_a_surrogate_pair_in_utf_16_is_refused() -> None:
    assert code(codecs.BOM_UTF16_LE + "Drei ".encode("utf-16-le") + b"\x3d\xd8") == "B203"


def test_the_encoding_that_a_page_declares_is_heeded() -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><p>{RUSSIAN}</p></html>'
    assert RUSSIAN in decode(page.encode("windows-1251"), page=True)


def test_latin_1_in_a_page_means_windows_1252_as_in_browsers() -> None:
    page = f"<html><head><meta charset=iso-8859-1></head><p>{GERMAN}</p></html>"
    assert GERMAN in decode(page.encode("windows-1252"), page=True)


def test_a_page_in_utf_8_is_read_as_such_whatever_it_declares() -> None:
    page = f"<html><head><meta charset=windows-1251></head><p>{GERMAN}</p></html>"
    assert GERMAN in decode(page.encode(), page=True)


@pytest.mark.parametrize("name", ["utf-7", "rot13", "unicode_escape", "idna", "base64", "mbcs", "nonsense"])
def test_codecs_that_are_no_encodings_of_pages_are_not_obeyed(name: str) -> None:
    page = f"<html><head><meta charset={name}></head><p>{GERMAN}</p></html>"
    assert GERMAN in decode(page.encode("windows-1252"), page=True)


@given(st.binary(max_size=300))
def test_decoding_is_never_lossy(raw: bytes) -> None:
    try:
        text = decode(raw)
    except BelegtError:
        return
    encodings = ("utf-8", "utf-8-sig", "windows-1252", "utf-16-le", "utf-16-be")
    marks = (b"", codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE)
    assert any(mark + text.encode(e, "ignore") == raw for e in (*encodings, "utf-32-le") for mark in marks)
