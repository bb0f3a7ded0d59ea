"""Ways to say a relation that only a table knows, made of the words of its header."""

import re

from claimcheck.reference.headers import is_plural, singular, wordings
from claimcheck.relation import ObjectKind

_IRREGULAR = {
    "held": "hold", "lit": "light", "built": "build", "begun": "begin", "sold": "sell", "bought": "buy", "won": "win",
    "written": "write", "made": "make", "led": "lead", "run": "run", "sunk": "sink", "laid": "lay", "known": "know",
    "given": "give", "taken": "take", "shut": "shut", "drawn": "draw", "sung": "sing", "born": "bear", "set": "set",
}  # fmt: skip

_LINKS = frozenset({"as", "at", "by", "for", "from", "in", "of", "on", "since", "to", "until"})


def noun_cues(words: str, kind: ObjectKind, unit: str) -> tuple[str, ...]:
    """Return noun cues: "galleries" is "gallery of S" and "O:gallery of S"; none for "adopted by"."""
    if not _plain(words) or words.rsplit(maxsplit=1)[-1] in _LINKS or _participle(words):
        return ()
    cues = [f"{words} of S"]
    *_, plain = (form for form, _ in zip(wordings(words), range(2), strict=False))
    *rest, last = plain.split() or [""]
    if kind is ObjectKind.QUANTITY and is_plural(last) and not unit and not rest:
        cues.append(f"O:{singular(last)} of S")
    return tuple(cues)


def verb_cues(words: str, kind: ObjectKind) -> tuple[str, ...]:
    """Return verb cues: "automated" is "X automate S @", "adopted by" is "O adopt S", "meets in" is "S meet in O"."""
    if not _plain(words):
        return ()
    first, *rest = words.split()
    if kind is ObjectKind.DATE and rest in ([], ["on"]):
        return tuple(f"X {lemma} S @" for lemma in _lemmas(first))
    if kind is not ObjectKind.NAME or len(rest) != 1 or rest[0] not in {"by", "in", "at", "on", "for"}:
        return ()
    if lemmas := _lemmas(first):
        return tuple(f"O {lemma} S" if rest[0] == "by" else f"X {lemma} S {rest[0]} O" for lemma in lemmas)
    return (f"S {first.removesuffix('s')} {rest[0]} O",) if first.endswith("s") and rest[0] != "by" else ()


def _participle(words: str) -> bool:
    first, *rest = words.split()
    return bool(_lemmas(first)) and len(rest) < 2


def _plain(words: str) -> bool:
    return re.fullmatch(r"[a-z][\w'-]*(?: [\w'-]+)*", words) is not None


def _lemmas(word: str) -> tuple[str, ...]:
    """Return what the participle may be of: "automated" of "automat" or "automate"; nothing for other words."""
    if word in _IRREGULAR:
        return (_IRREGULAR[word],)
    if not re.fullmatch(r"[a-z]{3,}ed", word) or word.endswith("eed"):
        return ()
    stem = word[:-2]
    if stem.endswith("i"):
        return (stem[:-1] + "y",)
    if re.search(r"([bdgklmnprt])\1$", stem):
        return (stem[:-1], stem)
    return (stem, stem + "e")
