"""Small hand-made tables: what is said in each article, with everything else filled in."""

from __future__ import annotations

from datetime import date

import pandas as pd

Row = dict[str, object]


class SmallTables:
    """Articles of invented papers, and what each of them has somebody say."""

    def __init__(self, rights: str = "full") -> None:
        self.rights = rights
        self.rows: dict[str, list[Row]] = {}

    def add(self, table: str, **row: object) -> None:
        self.rows.setdefault(table, []).append(row)

    def article(self, name: str, day: str | None, *, publisher: str = "The Courier", has_text: bool = True) -> str:
        self.add("articles", article_id=name, title=f"About {name}", publisher=publisher, has_text=has_text, language="en",
                 published_on=date.fromisoformat(day) if day else None, text_rights=self.rights, notice="all invented")
        return name

    def actor(self, name: str, kind: str = "person", role: str = "") -> str:
        actor_id = name.lower().replace(" ", "_")
        if all(row["actor_id"] != actor_id for row in self.rows.get("actors", [])):
            self.add("actors", actor_id=actor_id, name=name, actor_type=kind, role=role)
        return actor_id

    def say(self, article: str, source: str | None, text: str, *, answers: str = "", status: str = "claimed",
            within: str | None = None, names: dict[str, str] | None = None) -> str:
        """Add a sentence that is one claim; `answers` is `question.position`, `names` the actors that it names by word."""
        start = 1000 * len(self.rows.get("claims", []))
        claim = f"{article}.c{start}"
        where = {"article_id": article, "sentence_id": f"{article}.s{start}", "start_char": start}
        self.add("sentences", **where, text=text, end_char=start + len(text), paragraph=1, position=start)
        self.add("claims", **where, claim_id=claim, text=text, end_char=start + len(text), status=status, rule="hand",
                 voice="source" if source else "newsroom", source_id=self.actor(source) if source else None,
                 stance="denies" if status == "denied" else "asserts", verification="none", within_claim_id=within)
        if answers:
            self.add("disputes", dispute_id=f"{article}.d{start}.{answers}", question_id=answers.split(".")[0], rule="hand",
                     position_id=answers, claim_id=claim, article_id=article, actor_id=self.actor(source) if source else None)
        for word, name in (names or {}).items():
            at = start + text.index(word)
            self.add("mentions", mention_id=f"{article}.m{at}", article_id=article, sentence_id=where["sentence_id"],
                     start_char=at, end_char=at + len(word), text=word, entity_type="actor", entity_id=self.actor(name),
                     form="pronoun" if word in ("he", "she", "they") else "name")
        return claim

    def count(self, claim: str, word: str, low: float | None, high: float | None, qualifier: str = "exact",
              unit: str = "wounded", rule: str = "test") -> str:
        said = next(row for row in self.rows["claims"] if row["claim_id"] == claim)
        at = int(str(said["start_char"])) + str(said["text"]).index(word)
        quantity = f"{said['article_id']}.n{at}"
        self.add("quantities", quantity_id=quantity, claim_id=claim, article_id=said["article_id"], text=word, low=low,
                 high=high, sentence_id=said["sentence_id"], start_char=at, end_char=at + len(word), qualifier=qualifier,
                 unit=unit, rule=rule)
        return quantity

    def link(self, kind: str, earlier: str, later: str) -> None:
        self.add("links", link_id=f"{kind}:{earlier}:{later}", link_type=kind, from_id=earlier, to_id=later, basis="by hand")

    def frames(self) -> dict[str, pd.DataFrame]:
        return {name: pd.DataFrame(rows) for name, rows in self.rows.items()}


def sentence_of(claim: str) -> str:
    return claim.replace(".c", ".s")
