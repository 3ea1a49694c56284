"""A second codebook, made up for the tests: a flood, and whether anyone was warned. No line of code knows it."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "questions": (
        "question_id,kind,exclusive,title_nl,title_en,unit,note,yes_example,no_example\n"
        "warned,choice,yes,Werd er gewaarschuwd?,Was there a warning?,,Whether a warning came in time.,"
        "The sirens rang.,The bells rang for a wedding.\n"
        "dead,numeric,yes,Hoeveel doden?,How many dead?,killed,Dead by the flood.,Nine drowned.,Nine swam.\n"
    ),
    "positions": (
        "position_id,question_id,opposes,label_nl,label_en,note,yes_example,no_example\n"
        "warned.yes,warned,,ja,yes,Says that a warning came.,We were warned.,We were wet.\n"
        "warned.no,warned,,nee,no,Says that none came.,Nobody warned us.,Nobody asked us.\n"
        "dead.below_ten,dead,,minder dan tien,below ten,Up to nine dead.,Nine drowned.,Nine swam.\n"
        "dead.ten_or_more,dead,,tien of meer,ten or more,Ten dead or more.,Twelve drowned.,Twelve swam.\n"
    ),
    "rules": (
        "rule_id,position_id,actors,not_actors,cues,events,terms,words,also,without,around,not_around,units,value_from,value_to,"
        "says,voice,note,yes_example,no_example\n"
        "yes,warned.yes,,,,,,warning,,,,,,,,yes,,A warning is stated.,We were warned.,We were wet.\n"
        "no,warned.no,,,,,,warning,,,,,,,,no,,A warning is denied.,Nobody warned us.,Nobody asked us.\n"
        "few,dead.below_ten,,,,,,,,,,,killed,0,9,yes,,By the number.,Nine drowned.,Nine swam.\n"
        "many,dead.ten_or_more,,,,,,,,,,,killed,10,,yes,,By the number.,Twelve drowned.,Twelve swam.\n"
    ),
    "words": (
        "words_key,words_id,language,forms,note,yes_example,no_example\n"
        "warning_nl,warning,nl,gewaarschuwd|sirene|sirenes,A warning.,the siren,the mermaid\n"
        "warning_en,warning,en,warned|warning|sirens,A warning.,the siren,the mermaid\n"
    ),
    "referents": (
        "referent_id,label_nl,label_en,note,yes_example,no_example\n"
        "flood,de overstroming,the flood,What came.,the disaster,the puddle\n"
    ),
    "terms": (
        "term_key,term_id,referent_id,language,forms,near,note,yes_example,no_example\n"
        "act_nl,act_of_nature,flood,nl,natuurramp,,Nobody's fault.,a natural disaster,a disaster of a film\n"
        "failure_nl,failure,flood,nl,wanbeheer,,Somebody's fault.,mismanagement,management\n"
    ),
    "event_types": (
        "event_type,label_nl,label_en,plover,acled,note,yes_example,no_example\n"
        "disaster,ramp,disaster,,,Water where none should be.,The dike broke.,The vase broke.\n"
    ),
    "units": (
        "unit,label_nl,label_en,kind,note,yes_example,no_example\n"
        "killed,doden,killed,people,The dead.,nine dead,nine wet\n"
    ),
}


def write_flood_codebook(folder: Path) -> Path:
    """Write the codebook of the flood into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        folder.joinpath(f"{name}.csv").write_text(text, encoding="utf-8")
    return folder
