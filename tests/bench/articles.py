"""News articles made for measuring speed: seeded templates over several subjects, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

SHORTEST, LONGEST = 150, 600  # words

_FIRST = (
    "Ada",
    "Bruno",
    "Celia",
    "Dmitri",
    "Esther",
    "Farid",
    "Greta",
    "Hugo",
    "Ines",
    "Jonas",
    "Karim",
    "Lena",
    "Marta",
    "Nils",
)
_LAST = (
    "Abbot",
    "Brandt",
    "Castell",
    "Dunmore",
    "Ekholm",
    "Farrow",
    "Greene",
    "Hallam",
    "Ibsen",
    "Jarvis",
    "Keller",
    "Lindqvist",
)
_TOWNS = ("Ghent", "Bergen", "Riga", "Porto", "Lund", "Cork", "Graz", "Turin", "Leeds", "Gdansk", "Malmö", "Bristol", "Aarhus")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Subject:
    """What articles of a kind are about: who acts, on what, and what they do."""

    bodies: tuple[str, ...]
    things: tuple[str, ...]
    people: tuple[str, ...]
    counted: tuple[str, ...]
    deeds: tuple[str, ...]
    reasons: tuple[str, ...]


SUBJECTS = (
    Subject(
        ("the city council", "the Harbour Trust", "the transport committee", "the Riverside Housing Company"),
        ("the old tram depot", "the northern ring road", "the swimming baths", "the covered market"),
        ("mayor", "deputy mayor", "councillor", "chief planner"),
        ("flats", "parking spaces", "objections", "jobs"),
        ("approved", "rejected", "bought", "closed", "reopened", "repaired"),
        ("because the roof leaked", "although residents had protested", "after a vote that lasted four hours"),
    ),
    Subject(
        ("Northgate Rovers", "the rowing federation", "the athletics club", "the Lakeside Tennis Association"),
        ("the spring regatta", "the national cup", "the women's relay", "the indoor championship"),
        ("coach", "captain", "goalkeeper", "former champion"),
        ("spectators", "medals", "points", "tickets"),
        ("won", "lost", "hosted", "postponed", "dominated", "left"),
        ("when the referee stopped play", "while two players were injured", "as rain fell on the course"),
    ),
    Subject(
        ("Orsk Shipping", "the Fennel Bank", "the battery maker Voltara", "the dairy cooperative"),
        ("a rival in Denmark", "its largest warehouse", "the bottling plant", "a fleet of electric vans"),
        ("chief executive", "chairwoman", "finance director", "analyst"),
        ("workers", "shares", "orders", "branches"),
        ("sold", "acquired", "expanded", "mothballed", "financed", "insured"),
        ("since demand has fallen", "so that costs could be cut", "because lenders had withdrawn"),
    ),
    Subject(
        ("the marine institute", "the University of Lund", "the observatory", "the botanical garden"),
        ("a colony of grey seals", "a map of the sea floor", "the largest telescope in the valley", "a seed of an extinct palm"),
        ("biologist", "astronomer", "professor", "research fellow"),
        ("samples", "species", "volunteers", "measurements"),
        ("studied", "catalogued", "discovered", "photographed", "funded", "restored"),
        ("which surprised the reviewers", "while the ice was melting", "after the instruments had been recalibrated"),
    ),
    Subject(
        ("the regional court", "the fire brigade", "the coastguard", "the district hospital"),
        ("the warehouse fire", "an inquiry into the flood", "the night ferry", "two mountain rescues"),
        ("judge", "spokeswoman", "inspector", "surgeon"),
        ("people", "houses", "witnesses", "patients"),
        ("investigated", "evacuated", "reported", "treated", "cleared", "visited"),
        ("if the weather allows", "before the river burst its banks", "because the alarm had failed"),
    ),
)


class _Writer:
    """Writes the sentences of one article, about the same few people and places."""

    def __init__(self, chance: random.Random) -> None:
        """Choose what the article is about."""
        self.chance = chance
        self.subject = chance.choice(SUBJECTS)
        self.people = [f"{chance.choice(_FIRST)} {chance.choice(_LAST)}" for _ in range(4)]
        self.towns = chance.sample(_TOWNS, 3)

    def sentence(self) -> str:
        """Return a sentence of one of the forms."""
        return self.chance.choice(_FORMS)(self)

    def body(self) -> str:
        return self.chance.choice(self.subject.bodies)

    def thing(self) -> str:
        return self.chance.choice(self.subject.things)

    def deed(self) -> str:
        return self.chance.choice(self.subject.deeds)

    def reason(self) -> str:
        return self.chance.choice(self.subject.reasons)

    def person(self) -> str:
        return self.chance.choice(self.people)

    def role(self) -> str:
        return self.chance.choice(self.subject.people)

    def counted(self) -> str:
        return self.chance.choice(self.subject.counted)

    def town(self) -> str:
        return self.chance.choice(self.towns)

    def number(self) -> str:
        small = ("two", "seven", "about 40", "more than 120", "1,450", "312", "eleven", "nearly 9,000")
        return self.chance.choice((*small, str(self.chance.randint(13, 999))))

    def money(self) -> str:
        amount, scale = self.chance.randint(2, 90), self.chance.choice(("million", "thousand", "billion"))
        return f"{self.chance.choice('$€£')}{amount} {scale}"

    def date(self) -> str:
        month, day, year = self.chance.choice(_MONTHS), self.chance.randint(1, 28), self.chance.randint(1931, 2024)
        return self.chance.choice((f"on {day} {month} {year}", f"on {month} {day}, {year}", f"in {month} {year}", f"in {year}"))

    def day(self) -> str:
        return f"on {self.chance.choice(_DAYS)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_FORMS = (
    lambda w: f"{_capital(w.body())} {w.deed()} {w.thing()} {w.day()}, {w.reason()}.",
    lambda w: f"{_capital(w.body())}, based in {w.town()}, {w.deed()} {w.thing()} {w.date()}.",
    lambda w: f"“We {w.deed()} {w.thing()} and there is more to come,” said {w.person()}, the {w.role()} of {w.town()}.",
    lambda w: f"{w.person()}, {w.chance.randint(24, 81)}, who was born in {w.town()}, became {w.role()} {w.date()}.",
    lambda w: f"{_capital(w.thing())}, which opened {w.date()}, cost {w.money()} and employs {w.number()} people.",
    lambda w: f"The {w.role()} said {w.number()} {w.counted()} were seen in {w.town()} and {w.number()} in {w.town()}.",
    lambda w: f"According to {w.person()}, {w.body()} will spend {w.money()} over the next five years.",
    lambda w: f"It had {w.deed()} {w.thing()} {w.date()}, {w.reason()}, but it never {w.deed()} {w.thing()}.",
    lambda w: f"The number of {w.counted()} rose from {w.chance.randint(20, 90)} to {w.chance.randint(91, 400)} within a year.",
    lambda w: f"She told reporters in {w.town()} that {w.thing()} was {w.deed()} by {w.body()} {w.date()}.",
    lambda w: f"“It was the best day of my life,” he said. “Nobody in {w.town()} expected {w.number()} {w.counted()}.”",
    lambda w: f"{w.person()} and {w.person()}, both of {w.town()}, {w.deed()} {w.thing()} for its 50th anniversary.",
    lambda w: f"Had {w.body()} not {w.deed()} {w.thing()}, {w.number()} {w.counted()} might have been lost.",
    lambda w: f"{w.town()}’s {w.role()}, {w.person()}, denied that {w.body()} was larger than its rival in {w.town()}.",
    lambda w: f"Between {w.chance.randint(1950, 1989)} and {w.chance.randint(1990, 2020)} {w.thing()} stood empty.",
    lambda w: f"There were {w.number()} {w.counted()} in {w.town()} {w.day()}, up {w.chance.randint(2, 60)}% on the year before.",
)  # fmt: skip


def articles(count: int = 200, seed: int = 1) -> Iterator[str]:
    """Yield that many articles of 150 to 600 words, with headline, dateline and paragraphs."""
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")
        yield article(chance, chance.randint(SHORTEST, LONGEST - 90))


def article(chance: random.Random, wanted: int) -> str:
    """Return an article of about the wanted number of words."""
    writer = _Writer(chance)
    paragraphs = [f"{_capital(writer.body())} {writer.deed()} {writer.thing()}"]
    place, month = writer.town().upper(), chance.choice(_MONTHS)
    opening = f"{place}, {month} {chance.randint(1, 28)}, {chance.randint(2015, 2024)} - {writer.sentence()}"
    paragraphs.append(opening)
    length = sum(len(p.split()) for p in paragraphs)
    while length < wanted:
        paragraph = " ".join(writer.sentence() for _ in range(chance.randint(1, 4)))
        paragraphs.append(paragraph)
        length += len(paragraph.split())
    return "\n\n".join(paragraphs) + "\n"
