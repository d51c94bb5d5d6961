"""Memos as a Markdown page: the writer's Markdown stays, and nothing in it is fetched or run."""

from __future__ import annotations

import pytest

from rcoder.exchange.memo_page import PageMemo, PagePart, beneath, memo_page


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("# Én", "#### Én"),
        ("###### Seks", "###### Seks"),
        ("#ingen overskrift", "#ingen overskrift"),
        ("- punkt **fed** *kursiv*", "- punkt **fed** *kursiv*"),
        ("<script>x</script> 2 < 3", "\\<script>x\\</script> 2 < 3"),
        ("![billede](http://x/y.png)", "\\![billede](http://x/y.png)"),
        ("kode `<b>` og <b>", "kode `<b>` og \\<b>"),
        ("```\n# ikke <b>\n```\n# Én", "```\n# ikke <b>\n```\n#### Én"),
        ("````\n```\n# i\n````", "````\n```\n# i\n````"),
        ("~~~\nåben", "~~~\nåben\n~~~"),
        ("[x](javascript:alert)", "[x]\\(javascript:alert)"),
        ("[x]( JavaScript:alert)", "[x]\\( JavaScript:alert)"),
        ("[x](&#106;avascript:a) [y](data:a)", "[x]\\(&#106;avascript:a) [y]\\(data:a)"),
        ("[x](\njavascript:a)", "[x]\\(\njavascript:a)"),
        ("[`x`](javascript:a)", "[`x`]\\(javascript:a)"),
        ("[x][a]\n\n[a]: javascript:b", "[x][a]\n\n[a]\\: javascript:b"),
        (
            "[x](https://a.dk) [y](MAILTO:a@b.dk) [z](#sted)",
            "[x](https://a.dk) [y](MAILTO:a@b.dk) [z](#sted)",
        ),
        ("[a]: http://a.dk", "[a]: http://a.dk"),
        ("kode `[x](javascript:a)`", "kode `[x](javascript:a)`"),
        ("\\` [x](javascript:a) `", "\\` [x]\\(javascript:a) `"),
        ("`\n` [x](javascript:a) `", "`\n` [x]\\(javascript:a) `"),
        ("- ```\n  ```\n<b>", "- ```\n  ```\n\\<b>"),
        ("- a\n  ```\n<b>", "- a\n  ```\n\\<b>"),
        ("``` `\n<b>", "``` `\n\\<b>"),
        ("~~~\r~~~\n<b>", "~~~\n~~~\n\\<b>"),
    ],
)
def test_markdown_under_a_heading(written: str, shown: str) -> None:
    assert "\n".join(beneath(written, 3)) == shown


def test_names_and_quoted_words_are_no_markdown() -> None:
    memo = PageMemo("m", "[x](y) # <b>", ("analytic memo", "*Anne*"), "", "<img> `a`", (("n", "_to_"),))
    page = memo_page("# T", (PagePart("<i>", (memo,)),))
    assert "<b>" not in page
    assert "<i>" not in page
    assert "<img>" not in page
    assert page.startswith("# \\# T\n\n## &lt;i&gt;\n")
    assert '### <a id="m"></a>\\[x\\](y) \\# &lt;b&gt;' in page
    assert "See: \\_to\\_" in page
