"""Score all claims as tuples against CaRB, a gold set of open information extraction.

    python tests/bench/tuples.py --data FOLDER [--part dev|test]

FOLDER holds `gold/dev.tsv` and `gold/test.tsv` (or these in `data`): sentence, predicate, first argument, and
any further arguments.  The measure is that of the set's paper (Bhardwaj, Aggarwal, Mausam:
CaRB, EMNLP 2019), written anew:

- Gold and predicted tuple of a sentence are compared as bags of words, case aside: predicate
  with predicate, first argument with first argument, and everything behind it with everything
  behind it.  Precision of the pair is the share of the predicted words that match, recall the
  share of the gold words.  A pair whose predicates have no word in common, or whose prediction
  lacks an argument, does not match at all.  Where the gold predicate is one of saying, the
  prediction may also give content and speaker the other way round.
- Recall: each gold tuple takes the best recall of any prediction; their mean.
- Precision: pairs are chosen greedily by precision, each gold tuple and each prediction once;
  the sum of the pairs' precisions over the number of predictions.
- F1 is of the two, over all sentences.  All claims are as sure, so there is one point of work.

`apart` gives the same with the arguments behind the first held one against one, in their order.
Contexts ("C: the officials said") are no part of a gold tuple, the marks of time and place no words.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from pathlib import Path
from typing import TypeAlias

from claimcheck.annotate.pipeline import load_language, parse
from claimcheck.claims.tuples import ClaimTuple, tuples
from claimcheck.document import Document, Part, PartKind, Span
from claimcheck.sentence import Token

Words: TypeAlias = tuple[str, ...]

SAYING = ("said", "told", "added", "adds", "says")


@dataclass(frozen=True, slots=True)
class Row:
    """A tuple as words: the predicate, and its arguments in order."""

    predicate: Words
    arguments: tuple[Words, ...]


def read(path: Path) -> dict[str, list[Row]]:
    """Return the gold tuples of each sentence."""
    found: dict[str, list[Row]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence, predicate, *rest = line.split("\t")
        arguments = [_words(_unmarked(a)) for a in rest if "C: " not in a]
        found.setdefault(sentence.strip(), []).append(Row(_words(predicate), tuple(arguments)))
    return found


def _unmarked(argument: str) -> str:
    return argument[3:] if argument[:3] in {"T: ", "L: "} else argument


def _words(text: str) -> Words:
    return tuple(text.lower().split())


def score(
    gold: Mapping[str, Sequence[Row]], predicted: Mapping[str, Sequence[Row]], *, apart: bool = False
) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the predicted tuples of all sentences."""
    right, found, guesses, wanted = 0.0, 0.0, 0, 0
    for sentence, rows in gold.items():
        table = [[_match(g, p, apart=apart) for p in predicted.get(sentence, ())] for g in rows]
        found += sum(max((recall for _, recall in line), default=0.0) for line in table)
        right += sum(_greedy([[precision for precision, _ in line] for line in table]))
        guesses, wanted = guesses + len(predicted.get(sentence, ())), wanted + len(rows)
    precision, recall = right / guesses if guesses else 0.0, found / wanted if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _greedy(table: Sequence[Sequence[float]]) -> Iterator[float]:
    """Yield the values of the pairs chosen best first, each row and each column once."""
    rows, columns = set(), set()
    cells = sorted(((value, i, j) for i, line in enumerate(table) for j, value in enumerate(line)), key=lambda c: -c[0])
    for value, i, j in cells:
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            yield value


def _match(gold: Row, guess: Row, *, apart: bool) -> tuple[float, float]:
    """Return precision and recall of one prediction for one gold tuple."""
    wanted, given = (gold.arguments, guess.arguments) if apart else (_two(gold.arguments), _two(guess.arguments))
    straight = _overlap(gold.predicate, wanted, guess.predicate, given)
    if not any(word in " ".join(gold.predicate) for word in SAYING) or len(given) != 2:
        return straight
    turned = _overlap(gold.predicate, wanted, guess.predicate, given[::-1])
    return max(straight, turned)


def _two(arguments: tuple[Words, ...]) -> tuple[Words, ...]:
    """Return the first argument, and all others as one."""
    return (arguments[0], tuple(chain.from_iterable(arguments[1:]))) if len(arguments) > 1 else arguments


def _overlap(predicate: Words, arguments: Sequence[Words], guessed: Words, given: Sequence[Words]) -> tuple[float, float]:
    same = _common(predicate, guessed)
    if not same or len(given) < min(len(arguments), 2):
        return 0.0, 0.0
    pairs = list(zip(arguments, given, strict=False))
    same += sum(_common(mine, theirs) for mine, theirs in pairs)
    all_guessed = len(guessed) + sum(len(theirs) for _, theirs in pairs)
    all_wanted = len(predicate) + sum(map(len, arguments))
    return same / all_guessed, same / all_wanted


def _common(one: Words, other: Words) -> int:
    return (Counter(one) & Counter(other)).total()


# The set's sentences come as words apart; the pipeline reads plain text.

_WRITTEN = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
_NO_SPACE_BEFORE = frozenset(".,;:?!%)]}”'") | {"n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "..."}
_NO_SPACE_AFTER = frozenset("([{“$#£€")


def plain(sentence: str) -> tuple[str, list[int]]:
    """Return a sentence of words apart as it is printed, and for each character the number of its word (-1: none)."""
    text, places = "", []
    words = sentence.split()
    for number, word in enumerate(words):
        written = _WRITTEN.get(word, word.replace("\\/", "/"))
        if text and not _glued(words, number):
            text, places = f"{text} ", [*places, -1]
        text, places = text + written, [*places, *[number] * len(written)]
    return text, places


def _glued(words: Sequence[str], number: int) -> bool:
    """Whether a word stands right behind the one before it."""
    word, before = (_WRITTEN.get(w, w) for w in (words[number], words[number - 1]))
    hyphens = {number - 1, number} & {i for i in (number - 1, number) if words[i] == "-" and 0 < i < len(words) - 1}
    between_words = any(words[i - 1][-1].isalnum() and words[i + 1][0].isalnum() for i in hyphens)
    return word in _NO_SPACE_BEFORE or before in _NO_SPACE_AFTER or between_words


def predict(sentences: Iterable[str]) -> dict[str, list[Row]]:
    """Return the tuples of each sentence, each once, in the set's own words; a sentence is a paragraph of one text."""
    texts = {sentence: plain(sentence) for sentence in sentences}
    starts = list(accumulate((len(text) + 2 for text, _ in texts.values()), initial=0))
    parts = [
        Part(PartKind.BODY, Span(start, start + len(text))) for start, (text, _) in zip(starts, texts.values(), strict=False)
    ]
    document = Document("\n\n".join(text for text, _ in texts.values()), "sentences", tuple(parts))
    found: dict[str, dict[Row, None]] = {sentence: {} for sentence in texts}
    given = list(texts.items())
    for parsed in parse(document, load_language())[0]:
        sentence, (_, places) = given[parsed.paragraph]
        start = starts[parsed.paragraph]
        found[sentence].update(dict.fromkeys(_row(one, sentence, places, start) for one in tuples(parsed)))
    return {sentence: list(rows) for sentence, rows in found.items()}


def _row(one: ClaimTuple, sentence: str, places: Sequence[int], start: int) -> Row:
    def words(tokens: Sequence[Token]) -> Words:
        inside = (places[t.span.start - start : t.span.end - start] for t in tokens)
        numbers = dict.fromkeys(number for numbers in inside for number in numbers if number >= 0)
        return tuple(split[number] for number in numbers)

    split = _words(sentence)
    return Row((*_words(one.implied), *words(one.predicate)), tuple(words(tokens) for tokens in one.arguments))


def main() -> None:
    """Print precision, recall and F1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the set")
    parser.add_argument("--part", choices=["dev", "test"], default="dev")
    arguments = parser.parse_args()
    paths = sorted(arguments.data.glob(f"**/gold/{arguments.part}.tsv"))
    if not paths:
        parser.error(f"no gold/{arguments.part}.tsv under {arguments.data}")
    gold = read(paths[0])
    predicted = predict(gold)
    wanted, given = sum(map(len, gold.values())), sum(map(len, predicted.values()))
    sys.stdout.write(f"{arguments.part}: {len(gold)} sentences, {wanted} gold tuples, {given} predicted\n")
    for name, apart in (("CaRB", False), ("apart", True)):
        precision, recall, f1 = score(gold, predicted, apart=apart)
        sys.stdout.write(f"{name:6} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}\n")


if __name__ == "__main__":
    main()
