"""Which claim answers which question, by the rules of the codebook."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from helpers.annotate._holders import all_innermost
from helpers.annotate._scope import in_scope
from helpers.annotate.positions._rules import RuleBook, Traits, rule_book, word_lists
from helpers.model import Claim, Dispute, Document, Event, Quantity, Sentence, Span, Wording, make_id
from helpers.model.annotations import NEGATED
from helpers.resources.codebook import Codebook
from helpers.resources.lexicons import Lexicon
from helpers.text.words import PhraseIndex, Words, find_words

_FIGURES_REACH = 2  # paragraphs
_MARKED = "verification_mark"  # the rule of a sentence in which the newsroom speaks of checking


Told = tuple[Sentence, Dispute]


def find_positions(
    document: Document,
    *,
    claims: Sequence[Claim],
    events: Sequence[Event] = (),
    quantities: Sequence[Quantity] = (),
    wordings: Sequence[Wording] = (),
    codebook: Codebook,
    lexicon: Lexicon,
) -> tuple[Dispute, ...]:
    """Find every claim that answers a question of the codebook.

    Parameters
    ----------
    document : Document
    claims, events, quantities, wordings : sequences
        What was found in the document.
    codebook : Codebook
    lexicon : Lexicon
        Of the document's language.

    Returns
    -------
    tuple of Dispute
        In the order of the claims. Where rules lead to two positions of one question that shut each other out,
        the first row of the codebook decides; else a claim may take both ("13 wounded and one dead"). A sentence in
        which the newsroom says that it could not check what was just told takes the position that the question
        names for that, if it names one.
    """
    words = find_words(document.text)
    if not in_scope(words, document.language, codebook):
        return ()
    traits = _collect(document, words, claims, events, quantities=quantities, wordings=wordings,
                      codebook=codebook, language=lexicon.language)
    rules = rule_book(codebook)
    found: list[Dispute] = []
    told: list[Told] = []
    for claim in claims:
        here = document.sentence_at(claim.span.start)
        answers = [*_answers(document, claim, rules, traits[claim.claim_id])]
        if not answers and _says_not_checked(claim) and _tells_nothing_else(claim, here, traits[claim.claim_id]):
            answers = [*_not_checked(document, claim, _doubted(document, claim, told, codebook, lexicon), codebook)]
        else:
            told += [(here, answer) for answer in answers]
        found += answers
    return tuple(found)


def _answers(document: Document, claim: Claim, rules: RuleBook, traits: Traits) -> Iterator[Dispute]:
    answered: set[str] = set()
    for rule in rules.candidates(traits):
        key = rule.question_id if rule.is_exclusive else rule.position_id
        if key not in answered and rule.takes(claim, traits):
            answered.add(key)
            yield _build(document, claim, rule.question_id, rule.position_id, rule.row.row_id)


def _says_not_checked(claim: Claim) -> bool:
    """Tell whether the newsroom says of something that it could not check it."""
    return claim.voice == "newsroom" and claim.verification == "unverified" and claim.rule.startswith(_MARKED)


def _tells_nothing_else(claim: Claim, here: Sentence, traits: Traits) -> bool:
    """Tell whether a whole sentence only speaks of what was told before: it has no event and no number of its own."""
    return claim.span.start == here.span.start and not any(kind in ("events", "units") for kind, _ in traits.features)


def _doubted(
    document: Document, claim: Claim, told: Sequence[Told], codebook: Codebook, lexicon: Lexicon
) -> list[Told]:
    """Return what a doubt may be about: of figures the last questions that count, else what the paragraph told last."""
    here = document.sentence_at(claim.span.start)
    figures = {word for row in lexicon.rows("grammar") if row.key == "figures_noun" for word in row.words("words")}
    words = find_words(document.text)
    if not figures.isdisjoint(words.keys[at] for at in words.within(claim.span)):
        numeric = {row.key for row in codebook.rows("questions") if row["kind"] == "numeric"}
        return [(sentence, answer) for sentence, answer in told
                if answer.question_id in numeric and here.paragraph - sentence.paragraph <= _FIGURES_REACH]  # fmt: skip
    return [(sentence, answer) for sentence, answer in told if sentence.paragraph == here.paragraph]


def _not_checked(
    document: Document, claim: Claim, told: Sequence[Told], codebook: Codebook
) -> Iterator[Dispute]:
    """Yield the newsroom's doubt on what the last sentence of `told` answered."""
    last = max((sentence.position for sentence, _ in told), default=-1)
    for question_id in dict.fromkeys(answer.question_id for sentence, answer in told if sentence.position == last):
        question = codebook.row("questions", question_id)
        if question and question["not_checked"]:
            yield _build(document, claim, question_id, question["not_checked"], question.row_id)


def _build(document: Document, claim: Claim, question_id: str, position_id: str, row_id: str) -> Dispute:
    return Dispute(
        dispute_id=f"{make_id(document.article_id, 'd', claim.span, claim.cue or claim.source)}.{position_id}",
        question_id=question_id, position_id=position_id, claim_id=claim.claim_id,
        voice=claim.voice, rule=f"position {row_id}", actor_id=claim.source_id,
    )  # fmt: skip


def _collect(
    document: Document, words: Words, claims: Sequence[Claim], events: Sequence[Event], *,
    quantities: Sequence[Quantity], wordings: Sequence[Wording], codebook: Codebook, language: str,
) -> dict[str, Traits]:  # fmt: skip
    traits: dict[str, Traits] = {claim.claim_id: Traits() for claim in claims}
    _add_words(traits, document, words, claims, word_lists(codebook, language))
    for event in events:
        _add(traits, event.claim_id, ("events", event.event_type))
    for count in (quantity for quantity in quantities if NEGATED not in quantity.rule):
        _add(traits, count.claim_id, ("units", count.unit))
        if count.claim_id in traits:
            traits[count.claim_id].counts.append(count)
    for wording in wordings:
        for claim in all_innermost(claims, wording.span):
            traits[claim.claim_id].features.add(("terms", wording.term_id))
    return traits


def _add_words(
    traits: dict[str, Traits], document: Document, words: Words, claims: Sequence[Claim], lists: PhraseIndex[str]
) -> None:
    found = [(words.span(match.first, match.last), match.payload) for match in lists.find_all(words)]
    paragraphs: defaultdict[int, set[str]] = defaultdict(set)
    for span, name in found:
        paragraphs[document.sentence_at(span.start).paragraph].add(name)
        for claim in all_innermost(claims, span):
            traits[claim.claim_id].features.add(("words", name))
    _add_cues(traits, claims, found)
    for claim in claims:
        number = document.sentence_at(claim.span.start).paragraph
        # what is spoken of: named in the title, in the paragraph, or in the one before; for the title, in the one after
        near = paragraphs[number - 1] if number else paragraphs[1]
        traits[claim.claim_id].around = paragraphs[0] | near | paragraphs[number]


def _add_cues(traits: dict[str, Traits], claims: Sequence[Claim], found: Sequence[tuple[Span, str]]) -> None:
    """Note the words in the cue of each claim; `found` is in the order of the text."""
    starts = [span.start for span, _ in found]
    longest = max((len(span) for span, _ in found), default=0)
    for claim in claims:
        if claim.cue:
            near = found[bisect_left(starts, claim.cue.start - longest) : bisect_left(starts, claim.cue.end)]
            features = {("cues", name) for span, name in near if claim.cue.overlaps(span)}
            traits[claim.claim_id].features.update(features)


def _add(traits: dict[str, Traits], claim_id: str, feature: tuple[str, str]) -> None:
    if claim_id in traits:
        traits[claim_id].features.add(feature)
