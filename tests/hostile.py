"""Texts that nobody should have written, each in any length."""

from collections.abc import Callable

_SCRIPTS = "👩‍👩‍👧 met Анна in שלום עולם on 31 June 🎉 مرحبا بالعالم, 東京 and Ελλάδα. "
_RIGHT_TO_LEFT = "אנה אמרה שהגשר נפתח ב-3 במאי 1932. \u202eabc\u202c هذا نص عربي طويل. "

HOSTILE: dict[str, Callable[[int], str]] = {
    "one endless sentence": lambda n: "the mayor of the town saw that " * (n // 7),
    "no sentence end": lambda n: "no end\nstill none and on and on " * (n // 7),
    "names only": lambda n: "Paris, Ann Lee, Elm Park Hall, " * (n // 6),
    "names that differ": lambda n: ". ".join(f"Ann Lee{i} met Bo{i} Cray" for i in range(n // 5)),
    "pronouns": lambda n: "He said she had told him that it was his. " * (n // 10),
    "quotations": lambda n: "“It is so,” said Ann Lee. “No,” he said, “never.” " * (n // 11),
    "mixed scripts": lambda n: _SCRIPTS * (n // 14),
    "right to left": lambda n: _RIGHT_TO_LEFT * (n // 12),
    "table with tabs": lambda n: "city\tyear\tvisitors\n" + "Paris\t2024\t1,450\n" * (n // 3),
    "table with pipes": lambda n: "| city | year |\n| --- | --- |\n" + "| Paris | 2024 |\n" * (n // 5),
    "combining characters": lambda n: ("a\u0301\u0302\u0303 e\u0308 " + "o" + "\u0336" * 40 + " ") * (n // 3),
    "zero width": lambda n: "\u200bPa\u200dris\u2060 hosted\ufeff it\u200c in\u200b 2024. " * (n // 5),
    "astral and lone surrogates": lambda n: "𝔓𝔞𝔯𝔦𝔰 hosted 𝟚𝟘𝟚𝟜 \ud83d and \udc00. " * (n // 5),
    "control characters": lambda n: "Paris\x00 hosted\x07 it\x1b[31m in\x0c 2024\x85\u2028. " * (n // 5),
    "opening quotes": lambda n: "“" * n,
    "straight quotes": lambda n: '"' * n,
    "opening brackets": lambda n: "([{" * (n // 3),
    "one long word": lambda n: "a" * (5 * n),
    "one long number": lambda n: "7" * (5 * n),
    "numbers": lambda n: "1, 2, 3 and 4,000; 5.5%, $6m, 7-8, 1999, 12/5/2001. " * (n // 10),
    "years": lambda n: "1990, 1991, 1992 and " * (n // 4),
    "dates": lambda n: "3 May 1932 to 4 June 1933, " * (n // 6),
    "all capitals": lambda n: "THE MAYOR OF GHENT OPENED THE HALL IN 1932. " * (n // 9),
    "no letters": lambda n: "... --- !!! ??? ;;; *** ### " * (n // 7),
    "line ends": lambda n: "One line.\r\nAnother\rA third\n\r\n\x0bA fourth, 31 June.\n\n" * (n // 9),
    "byte order marks": lambda n: "\ufeffThe hall\ufeff opened in 1932. " * (n // 5),
    "nested quotations": lambda n: "“he said " * (n // 4) + "no" + "”" * (n // 4),
    "nested brackets": lambda n: "(the hall " * (n // 4) + "no" + ")" * (n // 4),
    "hyphens": lambda n: "up-to-the-minute-" * (n // 4) + "x",
    "spaces": lambda n: "word" + " " * n + "word" + "\t" * n,
    "markdown": lambda n: "# *a* _b_ [c](d) `e` > f\n" * (n // 6),
    "one claim many times": lambda n: "The hall has 640 seats. The hall opened in 1932. " * (n // 10),
}
